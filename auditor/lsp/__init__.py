"""The language server: what an audit finds, told to an editor while a sheet is being typed."""
