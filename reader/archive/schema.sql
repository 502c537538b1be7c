-- The archive, version 3. Any SQLite tool opens it; `application_id` is "blog" in ASCII.
PRAGMA application_id = 0x626C6F67;
PRAGMA user_version = 3;

CREATE TABLE blogs (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One raw file: given to import, or found in a file that was (a zip, a web archive). Its bytes are kept, so that
-- every reading can be checked and made again.
CREATE TABLE dumps (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,             -- its path below the folder, or inside the file, that was imported
    sha256 TEXT NOT NULL UNIQUE,    -- of the raw bytes: the same dump is never read twice
    format TEXT NOT NULL,           -- the importer that read it
    encoding TEXT,                  -- of the raw bytes, null where the format has none
    size INTEGER NOT NULL,          -- of the raw bytes
    url TEXT,                       -- where a web archive says that it was found
    captured TEXT,                  -- ISO 8601, when
    lines BLOB,                     -- UTF-8, compressed with zlib: the lines that `spans` speaks of; null: the raw text's own
    left_out TEXT NOT NULL          -- JSON object: why lines or records became no post or comment, and how many
        CHECK (json_valid(left_out))
) STRICT;

-- The raw bytes of a dump, in pieces, because an export may be larger than a value can be.
CREATE TABLE pieces (
    dump_id INTEGER NOT NULL REFERENCES dumps (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,         -- from 1
    raw BLOB NOT NULL,              -- compressed with zlib, each piece by itself
    UNIQUE (dump_id, place)
) STRICT;

-- A row's `place` is where it stands in time (ten seconds each, the undated first): the full text index sorts by it,
-- so that the newest matches are found at once and a span of dates is a span of places. People know a post by its `id`.
CREATE TABLE posts (
    place INTEGER PRIMARY KEY,
    id INTEGER NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,       -- the same after any re-import; what reading marks hang on
    blog_id INTEGER REFERENCES blogs (id),
    title TEXT,
    author TEXT,
    published TEXT,                 -- ISO 8601, as precise as the dump: 2005, 2005-11, 2005-11-17, 2005-11-17T22:59
    url TEXT,
    language TEXT,                  -- ISO 639-1
    body TEXT NOT NULL,             -- plain text
    marks TEXT NOT NULL             -- JSON array of [start, end, kind, value]: ranges of body, in characters
        CHECK (json_valid(marks)),
    comments_declared INTEGER,      -- the number that the page itself gives, null where it gives none
    comments_open INTEGER           -- 1: a comment form was there; 0: the page says closed; null: it says nothing
        CHECK (comments_open IN (0, 1)),
    guesses TEXT NOT NULL           -- JSON object: each inferred field with its reason; a field that is not here was stated
        CHECK (json_valid(guesses)),
    dump_id INTEGER NOT NULL REFERENCES dumps (id),
    hash TEXT NOT NULL              -- SHA-256 of the whole content with its comments: SQLite itself misses most bit rot
) STRICT;

-- The post list, newest first, and a span of dates.
CREATE INDEX posts_by_date ON posts (published, id);
-- The post list by title, without looking at the posts themselves.
CREATE INDEX posts_by_title ON posts (title, id);
-- The posts of one blog; with the id, so that the comments of a blog are found without looking at its posts.
CREATE INDEX posts_by_blog ON posts (blog_id, published, id);
-- Opening a post by its address.
CREATE INDEX posts_by_url ON posts (url) WHERE url IS NOT NULL;
-- Foreign key: what was read from a dump.
CREATE INDEX posts_by_dump ON posts (dump_id);

-- The dumps that hold a post; posts.dump_id is the one that its text is from.
CREATE TABLE sources (
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    dump_id INTEGER NOT NULL REFERENCES dumps (id) ON DELETE CASCADE,
    PRIMARY KEY (post_id, dump_id)
) STRICT, WITHOUT ROWID;

-- Foreign key: what was read from a dump.
CREATE INDEX sources_by_dump ON sources (dump_id);

-- What dumps call a post ("url:…", "title:…"): by these, two readings of one post are brought together.
CREATE TABLE names (
    name TEXT NOT NULL,
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    PRIMARY KEY (name, post_id)
) STRICT, WITHOUT ROWID;

-- Foreign key: the names of a post.
CREATE INDEX names_by_post ON names (post_id);

CREATE TABLE labels (
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('category', 'tag')),
    place INTEGER NOT NULL,         -- order on the page, from 1
    name TEXT NOT NULL,
    PRIMARY KEY (post_id, kind, place)
) STRICT, WITHOUT ROWID;

-- The posts that carry a label.
CREATE INDEX labels_by_name ON labels (name, post_id);

CREATE TABLE comments (
    place INTEGER PRIMARY KEY,      -- as posts.place
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),    -- reading order on the page
    author TEXT,
    published TEXT,                 -- as posts.published
    reply_to INTEGER,               -- position of the comment that it answers; null: it answers the post
    depth INTEGER NOT NULL,         -- steps from the post's own level
    kind TEXT NOT NULL CHECK (kind IN ('comment', 'pingback', 'trackback')),
    body TEXT NOT NULL,
    marks TEXT NOT NULL CHECK (json_valid(marks)),
    guesses TEXT NOT NULL CHECK (json_valid(guesses)),  -- may name "boundary": where the comment begins or ends
    UNIQUE (post_id, position),
    FOREIGN KEY (post_id, reply_to) REFERENCES comments (post_id, position) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What one person wrote.
CREATE INDEX comments_by_author ON comments (author) WHERE author IS NOT NULL;
-- Foreign key: the answers to a comment.
CREATE INDEX comments_by_answered ON comments (post_id, reply_to) WHERE reply_to IS NOT NULL;

-- The role of every line of every dump, as runs of lines that share it. Lines count from 1; blank lines have no row.
CREATE TABLE spans (
    dump_id INTEGER NOT NULL REFERENCES dumps (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first),
    role TEXT NOT NULL CHECK (role IN ('title', 'meta', 'body', 'comment', 'furniture')),
    post_id INTEGER REFERENCES posts (id) ON DELETE SET NULL,   -- null: it belongs to no post
    comment INTEGER,                -- position of the comment, null: to none
    PRIMARY KEY (dump_id, first)
) STRICT, WITHOUT ROWID;

-- Foreign key: the lines of a post.
CREATE INDEX spans_by_post ON spans (post_id) WHERE post_id IS NOT NULL;

-- Full text. Built-in tokenizer, so that every SQLite can search; double quotes, or Datasette does not see the link.
CREATE VIRTUAL TABLE posts_fts USING fts5 (
    title, author, body,
    content="posts", content_rowid="place", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE comments_fts USING fts5 (
    author, body,
    content="comments", content_rowid="place", tokenize="unicode61 remove_diacritics 2"
);

-- Every word of the index and in how many posts and comments it is: completion, other forms, "did you mean".
CREATE TABLE terms (
    term TEXT PRIMARY KEY,          -- as the index folds it
    posts INTEGER NOT NULL,
    comments INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The forms of a word: those with the same stem (Snowball, in the language of the post, folded).
CREATE TABLE stems (
    language TEXT NOT NULL,
    stem TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (language, stem, term)
) STRICT, WITHOUT ROWID;

-- The stems of a word.
CREATE INDEX stems_by_term ON stems (term);

-- What `terms` and `stems` do not know yet; an import ends with counting it. At most one row came to a place and one went.
CREATE TABLE uncounted (
    kind TEXT NOT NULL CHECK (kind IN ('posts', 'comments')),
    place INTEGER NOT NULL,
    is_removed INTEGER NOT NULL,
    removed TEXT,                   -- the words of a row that went, which are counted still
    PRIMARY KEY (kind, place, is_removed)
) STRICT, WITHOUT ROWID;

-- How far the place of any row is from that of its date, at most: where too many have the same one, they move on.
CREATE TABLE drift (
    places INTEGER NOT NULL
) STRICT;
INSERT INTO drift (places) VALUES (0);

CREATE TRIGGER posts_fts_insert AFTER INSERT ON posts BEGIN
    INSERT INTO posts_fts (rowid, title, author, body) VALUES (new.place, new.title, new.author, new.body);
    INSERT OR REPLACE INTO uncounted (kind, place, is_removed) VALUES ('posts', new.place, 0);
END;
CREATE TRIGGER posts_fts_delete AFTER DELETE ON posts BEGIN
    INSERT INTO posts_fts (posts_fts, rowid, title, author, body) VALUES ('delete', old.place, old.title, old.author, old.body);
    INSERT INTO uncounted (kind, place, is_removed, removed)
    SELECT 'posts', old.place, 1, coalesce(old.title, '') || char(10) || coalesce(old.author, '') || char(10) || old.body
    WHERE NOT EXISTS (SELECT 1 FROM uncounted WHERE kind = 'posts' AND place = old.place AND NOT is_removed);
    DELETE FROM uncounted WHERE kind = 'posts' AND place = old.place AND NOT is_removed;
END;
CREATE TRIGGER posts_fts_update AFTER UPDATE OF place, title, author, body ON posts BEGIN
    INSERT INTO posts_fts (posts_fts, rowid, title, author, body) VALUES ('delete', old.place, old.title, old.author, old.body);
    INSERT INTO uncounted (kind, place, is_removed, removed)
    SELECT 'posts', old.place, 1, coalesce(old.title, '') || char(10) || coalesce(old.author, '') || char(10) || old.body
    WHERE NOT EXISTS (SELECT 1 FROM uncounted WHERE kind = 'posts' AND place = old.place AND NOT is_removed);
    DELETE FROM uncounted WHERE kind = 'posts' AND place = old.place AND NOT is_removed;
    INSERT INTO posts_fts (rowid, title, author, body) VALUES (new.place, new.title, new.author, new.body);
    INSERT OR REPLACE INTO uncounted (kind, place, is_removed) VALUES ('posts', new.place, 0);
END;
CREATE TRIGGER comments_fts_insert AFTER INSERT ON comments BEGIN
    INSERT INTO comments_fts (rowid, author, body) VALUES (new.place, new.author, new.body);
    INSERT OR REPLACE INTO uncounted (kind, place, is_removed) VALUES ('comments', new.place, 0);
END;
CREATE TRIGGER comments_fts_delete AFTER DELETE ON comments BEGIN
    INSERT INTO comments_fts (comments_fts, rowid, author, body) VALUES ('delete', old.place, old.author, old.body);
    INSERT INTO uncounted (kind, place, is_removed, removed)
    SELECT 'comments', old.place, 1, coalesce(old.author, '') || char(10) || old.body
    WHERE NOT EXISTS (SELECT 1 FROM uncounted WHERE kind = 'comments' AND place = old.place AND NOT is_removed);
    DELETE FROM uncounted WHERE kind = 'comments' AND place = old.place AND NOT is_removed;
END;
CREATE TRIGGER comments_fts_update AFTER UPDATE OF place, author, body ON comments BEGIN
    INSERT INTO comments_fts (comments_fts, rowid, author, body) VALUES ('delete', old.place, old.author, old.body);
    INSERT INTO uncounted (kind, place, is_removed, removed)
    SELECT 'comments', old.place, 1, coalesce(old.author, '') || char(10) || old.body
    WHERE NOT EXISTS (SELECT 1 FROM uncounted WHERE kind = 'comments' AND place = old.place AND NOT is_removed);
    DELETE FROM uncounted WHERE kind = 'comments' AND place = old.place AND NOT is_removed;
    INSERT INTO comments_fts (rowid, author, body) VALUES (new.place, new.author, new.body);
    INSERT OR REPLACE INTO uncounted (kind, place, is_removed) VALUES ('comments', new.place, 0);
END;

-- For people who open the archive with another tool: names instead of numbers, newest first.
CREATE VIEW readable_posts AS
SELECT
    posts.id,
    blogs.name AS blog,
    posts.published,
    posts.title,
    posts.author,
    (SELECT group_concat(name, ', ') FROM labels WHERE labels.post_id = posts.id) AS labels,
    (SELECT count(*) FROM comments WHERE comments.post_id = posts.id) AS comments,
    posts.comments_declared,
    posts.body,
    posts.url,
    dumps.name AS dump
FROM posts
LEFT JOIN blogs ON blogs.id = posts.blog_id
JOIN dumps ON dumps.id = posts.dump_id
ORDER BY posts.published DESC, posts.id;

CREATE VIEW readable_comments AS
SELECT
    comments.place,
    blogs.name AS blog,
    posts.title AS post,
    comments.position,
    comments.published,
    comments.author,
    answered.author AS answers,
    comments.body,
    json_extract(comments.guesses, '$.reply_to') IS NOT NULL AS answer_is_guessed,
    comments.post_id
FROM comments
JOIN posts ON posts.id = comments.post_id
LEFT JOIN blogs ON blogs.id = posts.blog_id
LEFT JOIN comments AS answered ON answered.post_id = comments.post_id AND answered.position = comments.reply_to
ORDER BY comments.post_id, comments.position;
