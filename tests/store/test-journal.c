#include "koyomi-journal-private.h"
#include "koyomi-plan-error.h"
#include "koyomi-record-store.h"
#include "koyomi-schema.h"

#include <math.h>
#include <string.h>

typedef struct
{
  KoyomiDatabase    *db;
  KoyomiRecordStore  store;
  KoyomiRecorder    *recorder;
  gint64             at;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->db = koyomi_database_new_in_memory (&error);
  koyomi_schema_create (self->db, &error);
  g_assert_no_error (error);
  self->store = (KoyomiRecordStore) { self->db, KOYOMI_LANGUAGE_JA };
  self->at = 1000;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->db);
}

static void
begin (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  koyomi_database_begin (self->db, &error);
  g_assert_no_error (error);
  self->recorder = koyomi_recorder_start (self->db, &error);
  g_assert_no_error (error);
}

static gint64
commit (Fixture    *self,
        const char *label)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = koyomi_journal_append (self->db, self->recorder, self->at += 1000, "暦 花子", label, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->recorder, koyomi_recorder_free);
  koyomi_database_commit (self->db, &error);
  g_assert_no_error (error);

  return seq;
}

static gint64
add_team (Fixture    *self,
          const char *name)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_store_insert (&self->store, team, &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (team);
}

static void
write_note (Fixture    *self,
            gint64      id,
            const char *note)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) team = koyomi_record_store_get (&self->store, KOYOMI_TABLE_TEAM, id, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);
  koyomi_record_set_text (team, KOYOMI_TEAM_NOTE, note);
  koyomi_record_store_update (&self->store, team, &error);
  g_assert_no_error (error);
}

static char *
dup_note (KoyomiDatabase *db,
          gint64          id)
{
  KoyomiRecordStore store = { db, KOYOMI_LANGUAGE_JA };
  g_autoptr(KoyomiRecord) team = koyomi_record_store_get (&store, KOYOMI_TABLE_TEAM, id, KOYOMI_LANGUAGE_JA, NULL);

  return team != NULL ? g_strdup (koyomi_record_get_text (team, KOYOMI_TEAM_NOTE)) : NULL;
}

static gint64
take_back (Fixture         *self,
           KoyomiEntryKind  kind,
           gint64           target)
{
  g_autoptr(GError) error = NULL;
  gint64 seq;

  koyomi_database_begin (self->db, &error);
  seq = koyomi_journal_take_back (self->db, kind, target, self->at += 1000, "暦 花子", &error);
  g_assert_no_error (error);
  koyomi_database_commit (self->db, &error);
  g_assert_no_error (error);

  return seq;
}

static void
assert_chain (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  gint64 bad_seq = -1;

  koyomi_journal_verify_chain (self->db, NULL, NULL, NULL, NULL, &bad_seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bad_seq, ==, 0);
}

static void
assert_seal (KoyomiEntry  *entry,
             const guint8 *previous,
             const char   *changeset,
             const char   *expected)
{
  g_autofree char *hex = NULL;
  guint8 hash[KOYOMI_HASH_SIZE];

  _koyomi_journal_hash (changeset, strlen (changeset), hash);
  _koyomi_entry_seal (entry, previous, hash, entry->hash);
  hex = koyomi_entry_dup_hash (entry);
  g_assert_cmpstr (hex, ==, expected);
}

/* Worked out with Python's hashlib: f (x) is the length of x in eight bytes, big end first, and x; whole numbers are eight bytes,
 * big end first; the hash is SHA-256 of f ("koyomi-journal-1"), f (hash before), f (seq), f (at), f (actor), f (label), f (kind),
 * f (target), f (undo_top), f (redo_top), f (SHA-256 of the changeset). */
static void
test_golden_hash (void)
{
  KoyomiEntry first = { .seq = 1, .at = G_GINT64_CONSTANT (1795339800000), .actor = (char *) "暦 花子",
                        .label = (char *) "内部監査を10月に移動", .kind = KOYOMI_ENTRY_EDIT };
  KoyomiEntry second = { .seq = 2, .at = G_GINT64_CONSTANT (1795339800001), .actor = (char *) "", .label = (char *) "",
                         .kind = KOYOMI_ENTRY_UNDO, .target = 1, .undo_top = -1, .redo_top = 7 };
  const guint8 nothing[KOYOMI_HASH_SIZE] = { 0 };

  assert_seal (&first, nothing, "abc", "19fef3f03e3d4f6be1a5a5623216e9aa0951fe4a94caed5c6153a3900e200411");
  assert_seal (&second, first.hash, "", "cfdac8d008ad98243b13be8cc38dbcefb46796da70c4aceaa56a64d6c51e47d6");
}

/* The labels that undo or redo would take, from the journal's tops. */
static void
assert_top (Fixture    *self,
            gint64      top,
            GPtrArray  *model)
{
  g_autoptr(KoyomiEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  if (model->len == 0)
    {
      g_assert_cmpint (top, ==, 0);
      return;
    }

  g_assert_cmpint (top, >, 0);
  entry = koyomi_journal_get (self->db, top, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->label, ==, g_ptr_array_index (model, model->len - 1));
}

static void
assert_model (Fixture   *self,
              gint64     team,
              GPtrArray *done,
              GPtrArray *undone)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) head = koyomi_journal_get_head (self->db, &error);
  g_autofree char *note = dup_note (self->db, team);

  g_assert_no_error (error);
  g_assert_cmpstr (note, ==, done->len > 0 ? g_ptr_array_index (done, done->len - 1) : "");
  assert_top (self, head->undo_top, done);
  assert_top (self, head->redo_top, undone);
}

static gint64
get_top (Fixture         *self,
         KoyomiEntryKind  kind)
{
  g_autoptr(KoyomiEntry) head = koyomi_journal_get_head (self->db, NULL);

  return kind == KOYOMI_ENTRY_UNDO ? head->undo_top : head->redo_top;
}

static void
take_random_step (Fixture   *self,
                  GRand     *random,
                  gint64     team,
                  GPtrArray *done,
                  GPtrArray *undone)
{
  int choice = g_rand_int_range (random, 0, 5);

  if (choice < 2 && done->len > 0)
    {
      take_back (self, KOYOMI_ENTRY_UNDO, get_top (self, KOYOMI_ENTRY_UNDO));
      g_ptr_array_add (undone, g_ptr_array_steal_index (done, done->len - 1));
    }
  else if (choice == 2 && undone->len > 0)
    {
      take_back (self, KOYOMI_ENTRY_REDO, get_top (self, KOYOMI_ENTRY_REDO));
      g_ptr_array_add (done, g_ptr_array_steal_index (undone, undone->len - 1));
    }
  else
    {
      char *label = g_strdup_printf ("編集 %u", g_rand_int (random));

      begin (self);
      write_note (self, team, label);
      commit (self, label);
      g_ptr_array_add (done, label);
      g_ptr_array_set_size (undone, 0);
    }
}

static void
test_undo_and_redo (Fixture       *self,
                    gconstpointer  data)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) done = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GPtrArray) undone = g_ptr_array_new_with_free_func (g_free);
      gint64 team;

      tear_down (self, NULL);
      set_up (self, NULL);
      begin (self);
      team = add_team (self, "運用班");
      commit (self, "作成");

      g_test_message ("seed %u", seed);
      for (int i = 0; i < 120; i++)
        {
          take_random_step (self, random, team, done, undone);
          assert_model (self, team, done, undone);
        }
      assert_chain (self);
    }
}

static void
test_empty_edit (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KoyomiEntry) head = NULL;
  gint64 team;

  begin (self);
  g_assert_cmpint (commit (self, "何もしない"), ==, 0);

  begin (self);
  team = add_team (self, "運用班");
  g_assert_cmpint (commit (self, "作成"), ==, 1);

  begin (self);
  write_note (self, team, "あ");
  write_note (self, team, "");
  g_assert_cmpint (commit (self, "行って戻る"), ==, 0);

  head = koyomi_journal_get_head (self->db, NULL);
  g_assert_cmpint (head->seq, ==, 1);
}

static void
test_clock_goes_back (Fixture       *self,
                      gconstpointer  data)
{
  static const gint64 moments[][2] = { { 1999, 0 }, { 2000, 1 }, { 2001, 1 }, { 4999, 1 }, { 5000, 3 }, { 9000, 3 } };
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  static const gint64 clock[] = { 1000, 4000, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (clock); i++)
    {
      self->at = clock[i];
      begin (self);
      add_team (self, "運用班");
      commit (self, "作成");
    }

  entries = koyomi_journal_list (self->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((KoyomiEntry *) g_ptr_array_index (entries, 2))->at, ==, 5000);

  g_ptr_array_unref (entries);
  entries = koyomi_journal_list_before (self->db, 3, 5, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (((KoyomiEntry *) g_ptr_array_index (entries, 0))->seq, ==, 2);
  g_ptr_array_unref (entries);
  entries = koyomi_journal_list_before (self->db, G_MAXINT64, 1, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (((KoyomiEntry *) g_ptr_array_index (entries, 0))->seq, ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_assert_cmpint (koyomi_journal_find_moment (self->db, moments[i][0], &error), ==, moments[i][1]);
      g_assert_no_error (error);
    }
}

static const KoyomiFieldChange *
find_change (KoyomiRowChange *row,
             int              field)
{
  for (guint i = 0; i < row->fields->len; i++)
    if (g_array_index (row->fields, KoyomiFieldChange, i).field == field)
      return &g_array_index (row->fields, KoyomiFieldChange, i);

  return NULL;
}

static KoyomiRowChange *
get_only_change (Fixture    *self,
                 gint64      seq,
                 GPtrArray **rows)
{
  g_autoptr(GError) error = NULL;

  *rows = koyomi_journal_list_changes (self->db, seq, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*rows)->len, ==, 1);

  return g_ptr_array_index (*rows, 0);
}

static void
assert_update (Fixture *self,
               gint64   seq,
               gint64   id)
{
  g_autoptr(GPtrArray) rows = NULL;
  KoyomiRowChange *row = get_only_change (self, seq, &rows);
  const KoyomiFieldChange *kind = find_change (row, KOYOMI_TEAM_KIND);
  const KoyomiFieldChange *capacity = find_change (row, KOYOMI_TEAM_CAPACITY);
  const KoyomiFieldChange *note = find_change (row, KOYOMI_TEAM_NOTE);

  g_assert_cmpint (row->kind, ==, KOYOMI_CHANGE_UPDATE);
  g_assert_cmpint (row->row, ==, id);
  g_assert_cmpint (row->table, ==, KOYOMI_TABLE_TEAM);
  g_assert_false (row->is_translation);
  g_assert_cmpuint (row->fields->len, ==, 3);
  g_assert_cmpint (kind->old_integer, ==, KOYOMI_TEAM_KIND_OWN);
  g_assert_cmpint (kind->new_integer, ==, KOYOMI_TEAM_KIND_OUTSOURCED);
  g_assert_true (isnan (capacity->old_real));
  g_assert_cmpfloat (capacity->new_real, ==, 2.5);
  g_assert_cmpstr (note->old_text, ==, "");
  g_assert_cmpstr (note->new_text, ==, "夜間も可");
}

static void
update_team (Fixture        *self,
             gint64          id,
             KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) team = koyomi_record_store_get (&self->store, KOYOMI_TABLE_TEAM, id, language, &error);

  if (language == KOYOMI_LANGUAGE_EN)
    koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "Operations");
  else
    {
      koyomi_record_set_int (team, KOYOMI_TEAM_KIND, KOYOMI_TEAM_KIND_OUTSOURCED);
      koyomi_record_set_real (team, KOYOMI_TEAM_CAPACITY, 2.5);
      koyomi_record_set_text (team, KOYOMI_TEAM_NOTE, "夜間も可");
    }
  koyomi_record_store_update (&self->store, team, &error);
  g_assert_no_error (error);
}

static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) inserted = NULL;
  g_autoptr(GPtrArray) translated = NULL;
  g_autoptr(GPtrArray) deleted = NULL;
  g_autoptr(GPtrArray) none = NULL;
  KoyomiRowChange *row;
  gint64 id;

  begin (self);
  id = add_team (self, "運用班");
  commit (self, "作成");
  begin (self);
  update_team (self, id, KOYOMI_LANGUAGE_JA);
  commit (self, "変更");
  begin (self);
  update_team (self, id, KOYOMI_LANGUAGE_EN);
  commit (self, "翻訳");
  begin (self);
  koyomi_database_run (self->db, "DELETE FROM team", NULL);
  commit (self, "削除");

  row = get_only_change (self, 1, &inserted);
  g_assert_cmpint (row->kind, ==, KOYOMI_CHANGE_INSERT);
  g_assert_cmpstr (find_change (row, KOYOMI_TEAM_NAME)->new_text, ==, "運用班");
  g_assert_null (find_change (row, KOYOMI_TEAM_ID));

  assert_update (self, 2, id);

  row = get_only_change (self, 3, &translated);
  g_assert_true (row->is_translation);
  g_assert_cmpint (row->language, ==, KOYOMI_LANGUAGE_EN);
  g_assert_cmpint (row->table, ==, KOYOMI_TABLE_TEAM);
  g_assert_cmpint (row->row, ==, id);
  g_assert_cmpstr (find_change (row, KOYOMI_TEAM_NAME)->new_text, ==, "Operations");

  row = get_only_change (self, 4, &deleted);
  g_assert_cmpint (row->kind, ==, KOYOMI_CHANGE_DELETE);
  g_assert_cmpstr (find_change (row, KOYOMI_TEAM_NOTE)->old_text, ==, "夜間も可");

  none = koyomi_journal_list_changes (self->db, 5, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_rewind (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *notes[21] = { NULL };
  gint64 id;

  begin (self);
  id = add_team (self, "運用班");
  commit (self, "作成");
  for (int i = 2; i <= 20; i++)
    {
      begin (self);
      write_note (self, id, notes[i] = g_strdup_printf ("覚え %d", i));
      g_assert_cmpint (commit (self, "変更"), ==, i);
    }

  for (int i = 20; i >= 0; i--)
    {
      g_autoptr(KoyomiDatabase) copy = koyomi_database_new_in_memory (NULL);
      g_autoptr(KoyomiEntry) head = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *note = NULL;

      koyomi_database_copy (self->db, copy, NULL, NULL, NULL, &error);
      koyomi_journal_rewind (copy, i, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      note = dup_note (copy, id);
      g_assert_cmpstr (note, ==, i == 0 ? NULL : i == 1 ? "" : notes[i]);
      head = koyomi_journal_get_head (copy, NULL);
      g_assert_cmpint (head->seq, ==, i);
    }

  for (int i = 0; i <= 20; i++)
    g_clear_pointer (&notes[i], g_free);
}

static void
test_struck (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiDatabase) copy = koyomi_database_new_in_memory (NULL);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  begin (self);
  id = add_team (self, "運用班");
  commit (self, "作成");
  begin (self);
  write_note (self, id, "個人情報");
  commit (self, "変更");
  begin (self);
  write_note (self, id, "");
  commit (self, "変更");
  koyomi_database_run (self->db, "UPDATE journal SET changeset = NULL WHERE seq = 2", &error);
  g_assert_no_error (error);

  assert_chain (self);
  changes = koyomi_journal_list_changes (self->db, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 0);

  koyomi_database_copy (self->db, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_journal_rewind (copy, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
}

/* SQLite's reader of changesets does not end with some of these. */
static void
test_garbled_changeset (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);
  gint64 id;

  begin (self);
  id = add_team (self, "運用班");
  commit (self, "作成");
  begin (self);
  update_team (self, id, KOYOMI_LANGUAGE_JA);
  update_team (self, id, KOYOMI_LANGUAGE_EN);
  commit (self, "変更");

  for (int i = 0; i < 500; i++)
    {
      g_autoptr(KoyomiStatement) statement = NULL;
      g_autoptr(KoyomiStatement) write = NULL;
      g_autoptr(GBytes) blob = NULL;
      g_autoptr(GPtrArray) rows = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree guint8 *bytes = NULL;

      statement = koyomi_database_prepare (self->db, "SELECT changeset FROM journal WHERE seq = 2", NULL);
      g_assert_cmpint (koyomi_statement_step (statement, NULL), ==, KOYOMI_STEP_ROW);
      blob = koyomi_statement_dup_blob (statement, 0);
      bytes = g_memdup2 (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob));
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        bytes[g_rand_int_range (random, 0, g_bytes_get_size (blob))] ^= g_rand_int_range (random, 1, 256);

      write = koyomi_database_prepare (self->db, "INSERT OR REPLACE INTO journal SELECT 3, at, actor, label, kind, target, undo_top,"
                                                 " redo_top, hash, changeset_hash, :changeset FROM journal WHERE seq = 2", NULL);
      koyomi_statement_bind_blob (write, ":changeset", bytes, g_bytes_get_size (blob));
      g_assert_true (koyomi_statement_run (write, NULL));
      if (memcmp (bytes, g_bytes_get_data (blob, NULL), g_bytes_get_size (blob)) == 0)
        continue;

      rows = koyomi_journal_list_changes (self->db, 3, &error);
      g_assert_null (rows);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN);
      g_clear_error (&error);
      g_assert_cmpint (koyomi_journal_take_back (self->db, KOYOMI_ENTRY_UNDO, 3, 1, "", &error), ==, -1);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN);
    }
}

static void
test_zero_row (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  begin (self);
  add_team (self, "運用班");
  commit (self, "作成");
  koyomi_database_run (self->db, "INSERT INTO catalogue (id, code, name, edition, position) VALUES (0, 'x', '', '', 1)", &error);
  g_assert_no_error (error);

  g_assert_false (koyomi_journal_verify_rows (self->db, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "catalogue"));
}

/* A copy that waited for its own edit to end would wait for ever. */
static void
test_copy_during_edit (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(KoyomiDatabase) copy = koyomi_database_new_in_memory (NULL);
  g_autoptr(GError) error = NULL;

  begin (self);
  add_team (self, "運用班");
  g_assert_false (koyomi_database_copy (self->db, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BUSY);
  commit (self, "作成");
}

static void
stop_cb (double   fraction,
         gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  double last = 0;
  gint64 bad_seq;

  for (int i = 0; i < 5; i++)
    {
      begin (self);
      add_team (self, "運用班");
      commit (self, "作成");
    }

  g_assert_true (koyomi_journal_verify_chain (self->db, NULL, stop_cb, &last, cancellable, &bad_seq, NULL));
  g_assert_cmpfloat (last, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_false (koyomi_journal_rewind (self->db, 0, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (koyomi_journal_verify_chain (self->db, NULL, NULL, NULL, cancellable, &bad_seq, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  last = 0;
  g_assert_true (koyomi_journal_rewind (self->db, 0, stop_cb, &last, NULL, &error));
  g_assert_cmpfloat (last, ==, 1);
}

#define ADD(path, func) g_test_add ("/store/journal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/journal/hash-is-the-one-worked-out-elsewhere", test_golden_hash);
  ADD ("undo-and-redo-are-two-stacks", test_undo_and_redo);
  ADD ("edit-that-changes-nothing-leaves-no-entry", test_empty_edit);
  ADD ("clock-set-back-does-not-turn-entries-round", test_clock_goes_back);
  ADD ("changes-tell-old-and-new", test_changes);
  ADD ("rewinds-to-each-entry", test_rewind);
  ADD ("struck-changeset-keeps-the-chain", test_struck);
  ADD ("garbled-changeset-is-refused", test_garbled_changeset);
  ADD ("row-with-key-0-from-outside-is-found", test_zero_row);
  ADD ("copy-during-an-edit-is-refused", test_copy_during_edit);
  ADD ("long-work-tells-progress-and-stops", test_cancel);

  return g_test_run ();
}
