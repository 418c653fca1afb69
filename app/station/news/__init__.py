"""What happens to a bench without its operator: news of the sync, and results of labels."""
