"""JSON Schemas of what the auditor reads and writes, made of the tables that it works by."""
