"""Where the pages of a letter end, and the catchwords there; from DOCX bytes to DOCX bytes, any kind.

1. `galley`: a copy of the letter on one sheet of three metres, each block in a colour of its own, is
   rendered; so every line is known with its place and its block, and no page break is in the way.
2. `choosing`: the last good places to end each page, with room for the catchword and two lines of slack.
3. `setting`: the breaks and catchwords are set into the letter.
4. `proving`: the result is rendered again, also 1 to 3 % narrower, and held against the plan. What fails is
   planned again with more slack.
"""
