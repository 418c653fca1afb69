"""Stock-taking at a bench."""
