"""The day that governs a name: of its clause, else of its document (rule C6)."""
