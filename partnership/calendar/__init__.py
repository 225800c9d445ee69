"""Planning of meetings and visits: times, life cycles, who comes, what is announced."""
