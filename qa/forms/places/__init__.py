"""Places in a sentence: regions, towns and villages, and what else may be the name of one."""
