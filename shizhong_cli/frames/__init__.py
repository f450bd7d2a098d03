"""DataFrames: of records, and of whole packs as rows that are judged by the group."""
