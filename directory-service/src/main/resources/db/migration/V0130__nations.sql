-- Of which nation of the United Kingdom a programme is: by whose code lists and checks it goes. Null where nobody said.
ALTER TABLE programme ADD COLUMN nation text;
