"""Stock-taking: a bin counted and compared."""
