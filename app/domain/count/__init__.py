"""Stock-taking: a bin is counted and compared."""
