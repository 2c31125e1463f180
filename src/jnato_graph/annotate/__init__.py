"""The annotate stage: text to spaCy `Doc` with the mentions of entities."""
