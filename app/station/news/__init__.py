"""What happens to a bench without its operator: the sync, printed labels."""
