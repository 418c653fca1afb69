"""The page on which a supervisor changes this machine's settings and the site's rules."""
