"""How the reading is carried out."""
