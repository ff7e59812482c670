"""Game: the board game of collaborative governance, made of what the records call helps and hindrances."""
