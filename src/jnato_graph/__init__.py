"""Reads articles on Japan and NATO into a graph in which every statement leads to its sentence."""
