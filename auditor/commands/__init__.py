"""The commands of `auditor`, a module for each: options in, report and exit code out."""
