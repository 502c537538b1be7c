-- What a person leaves behind while reading, version 1. `application_id` is "mark" in ASCII.
-- Posts are named by their key, which is the same after any re-import, so the marks outlive the archive's file.
PRAGMA application_id = 0x6D61726B;
PRAGMA user_version = 1;

-- What a post was called when it was marked, so that a list of marks can be read without the archive.
CREATE TABLE posts (
    key TEXT PRIMARY KEY,
    title TEXT,
    blog TEXT,
    published TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE reads (
    post TEXT PRIMARY KEY,
    at TEXT NOT NULL                -- ISO 8601, when it was last opened
) STRICT, WITHOUT ROWID;

-- Where somebody stopped reading.
CREATE TABLE places (
    post TEXT PRIMARY KEY,
    offset INTEGER NOT NULL,        -- into the body, of the first character on the screen
    comment INTEGER,                -- position of the comment that had the focus; null: none had
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- In the tables below, comment 0 is the post itself: a primary key cannot hold null.
CREATE TABLE stars (
    post TEXT NOT NULL,
    comment INTEGER NOT NULL CHECK (comment >= 0),
    at TEXT NOT NULL,
    PRIMARY KEY (post, comment)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    post TEXT NOT NULL,
    comment INTEGER NOT NULL CHECK (comment >= 0),
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (post, comment)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
    post TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (post, tag)
) STRICT, WITHOUT ROWID;

-- Searches that were saved, and those that were made, the last of each text.
CREATE TABLE saved_searches (
    query TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE searches (
    query TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
