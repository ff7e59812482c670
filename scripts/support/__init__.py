"""What every command stands on: its environment, its words, the programs it starts."""
