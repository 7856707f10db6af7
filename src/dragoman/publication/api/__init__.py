"""The record for programs, under /api/v1: lists with filters and pages in several forms, readings, corrections."""

ADDRESS = "/api/v1"
