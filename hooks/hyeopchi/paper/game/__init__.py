"""Game: the board game of collaborative governance, made of what the records call helps and hindrances."""

from hyeopchi.paper.game.sheets import game_sheets

__all__ = ["game_sheets"]
