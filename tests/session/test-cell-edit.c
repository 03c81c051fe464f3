#include "koyomi-cell-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-model-error.h"
#include "koyomi-record-edit.h"
#include "koyomi-session-matrix.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

enum { FUNCTION = 101, OTHER_FUNCTION, TEAM = 201, OTHER_TEAM, PERSON = 301, DEPUTY, STRANGER };

typedef struct
{
  KoyomiSession *session;
} Fixture;

static gint64
add (Fixture       *self,
     KoyomiEdit    *edit,
     KoyomiTableId  table,
     gint64         id,
     int            reference,
     gint64         target,
     const char    *name)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (table);
  g_autoptr(GError) error = NULL;
  int title = koyomi_dictionary_get_table (table)->title_field;

  koyomi_record_set_int (record, table << 8, id);
  if (reference != 0)
    koyomi_record_set_int (record, reference, target);
  koyomi_record_set_text (record, table << 8 | title, name);
  koyomi_edit_insert (edit, record, &error);
  g_assert_no_error (error);

  return id;
}

/* Two functions, two teams, no assignments. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  gint64 catalogue;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  catalogue = koyomi_session_find_catalogue (self->session, "own", &error);
  g_assert_no_error (error);

  edit = koyomi_session_begin_edit (self->session, &error);
  g_assert_no_error (error);
  add (self, edit, KOYOMI_TABLE_GROUP, 100, KOYOMI_GROUP_CATALOGUE, catalogue, "検知");
  add (self, edit, KOYOMI_TABLE_FUNCTION, FUNCTION, KOYOMI_FUNCTION_GROUP, 100, "監視");
  add (self, edit, KOYOMI_TABLE_FUNCTION, OTHER_FUNCTION, KOYOMI_FUNCTION_GROUP, 100, "訓練");
  add (self, edit, KOYOMI_TABLE_TEAM, TEAM, 0, 0, "監視班");
  add (self, edit, KOYOMI_TABLE_TEAM, OTHER_TEAM, 0, 0, "運用班");
  add (self, edit, KOYOMI_TABLE_PERSON, PERSON, KOYOMI_PERSON_TEAM, TEAM, "見本 花子");
  add (self, edit, KOYOMI_TABLE_PERSON, DEPUTY, KOYOMI_PERSON_TEAM, TEAM, "例示 太郎");
  add (self, edit, KOYOMI_TABLE_PERSON, STRANGER, KOYOMI_PERSON_TEAM, OTHER_TEAM, "仮定 修");
  koyomi_edit_commit (edit, "始め", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

/* "RA 2026-04-01 2026-09-30|C - -": assignments of the cell, one edit. */
static void
assign (Fixture    *self,
        const char *lines)
{
  g_auto(GStrv) split = g_strsplit (lines, "|", -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (split[i], " ", -1);
      g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION);
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, TEAM);
      koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_PERSON, i == 0 ? PERSON : 0);
      koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, words[0]);
      if (!g_str_equal (words[1], "-"))
        koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, koyomi_day_parse (words[1], NULL));
      if (!g_str_equal (words[2], "-"))
        koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, koyomi_day_parse (words[2], NULL));
      koyomi_edit_insert (edit, assignment, &error);
      g_assert_no_error (error);
      koyomi_edit_translate (edit, KOYOMI_ASSIGNMENT_NOTE, koyomi_record_get_id (assignment), "a note", &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "割り当て", &error);
  g_assert_no_error (error);
}

static int
compare_texts_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* All assignments of the plan as assign() has them, with “+p” where the person is named, sorted. */
static char *
print (Fixture *self)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *row = g_ptr_array_index (rows, i);
      guint32 from = koyomi_record_get_day (row, KOYOMI_ASSIGNMENT_FROM_DAY);
      guint32 to = koyomi_record_get_day (row, KOYOMI_ASSIGNMENT_TO_DAY);
      g_autofree char *from_text = from != KOYOMI_DAY_NONE ? koyomi_day_format (from) : g_strdup ("-");
      g_autofree char *to_text = to != KOYOMI_DAY_NONE ? koyomi_day_format (to) : g_strdup ("-");

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s%s", koyomi_record_get_text (row, KOYOMI_ASSIGNMENT_LETTERS), from_text, to_text,
                                               koyomi_record_is_none (row, KOYOMI_ASSIGNMENT_PERSON) ? "" : "+p"));
    }
  g_ptr_array_sort (lines, compare_texts_cb);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("|", (char **) lines->pdata);
}

static gboolean
set_cells (Fixture          *self,
           const char       *letters,
           guint             n_cells,
           KoyomiCellsAction action,
           KoyomiCellsTime   time,
           guint32           day,
           GError          **error)
{
  static const gint64 cells[][2] = { { FUNCTION, TEAM }, { FUNCTION, OTHER_TEAM }, { OTHER_FUNCTION, TEAM } };
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  KoyomiCellChange changes[3];

  for (guint i = 0; i < n_cells; i++)
    changes[i] = (KoyomiCellChange) { cells[i][0], cells[i][1], koyomi_alphabet_read (alphabet, letters) };

  return koyomi_cells_set (self->session, alphabet, changes, n_cells, action, time, day, KOYOMI_LANGUAGE_EN, error);
}

static void
assert_top (Fixture    *self,
            const char *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_undoable (self->session, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry->label, ==, label);
}

/* Everything is done on 1 December 2026. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char      *before;
    const char      *letters;
    KoyomiCellsTime  time;
    const char      *after;
    const char      *label;   /* NULL where nothing is to be done */
  } cases[] = {
    /* In place. */
    { "", "R", KOYOMI_CELLS_IN_PLACE, "R - -", "Set “監視班 · 監視” to R" },
    { "R - -", "RA", KOYOMI_CELLS_IN_PLACE, "RA - -+p", "Set “監視班 · 監視” to RA" },
    { "AR - -", "RA", KOYOMI_CELLS_IN_PLACE, "AR - -+p", NULL },
    { "RA - -", "", KOYOMI_CELLS_IN_PLACE, "", "Clear “監視班 · 監視”" },
    { "RZ - -", "ZC", KOYOMI_CELLS_IN_PLACE, "CZ - -+p", "Set “監視班 · 監視” to CZ" },
    { "R - -|A - -", "R", KOYOMI_CELLS_IN_PLACE, "R - -+p", "Set “監視班 · 監視” to R" },
    { "R - -|A - -", "AC", KOYOMI_CELLS_IN_PLACE, "A - -|C - -+p", "Set “監視班 · 監視” to AC" },
    { "R - 2026-11-30", "A", KOYOMI_CELLS_IN_PLACE, "A 2026-12-01 -|R - 2026-11-30+p", "Set “監視班 · 監視” to A" },
    { "R 2027-04-01 -", "A", KOYOMI_CELLS_IN_PLACE, "A - 2027-03-31|R 2027-04-01 -+p", "Set “監視班 · 監視” to A" },
    { "R 2026-04-01 2027-03-31", "A", KOYOMI_CELLS_IN_PLACE, "A 2026-04-01 2027-03-31+p", "Set “監視班 · 監視” to A" },
    { "R 2027-04-01 -", "", KOYOMI_CELLS_IN_PLACE, "R 2027-04-01 -+p", NULL },
    /* From that day on. */
    { "", "R", KOYOMI_CELLS_FROM_DAY, "R 2026-12-01 -", "Set “監視班 · 監視” to R from 2026-12-01" },
    { "R - -", "RA", KOYOMI_CELLS_FROM_DAY, "R - 2026-11-30+p|RA 2026-12-01 -+p", "Set “監視班 · 監視” to RA from 2026-12-01" },
    { "R - -", "", KOYOMI_CELLS_FROM_DAY, "R - 2026-11-30+p", "Clear “監視班 · 監視” from 2026-12-01" },
    { "R 2026-04-01 2027-03-31", "A", KOYOMI_CELLS_FROM_DAY, "A 2026-12-01 2027-03-31+p|R 2026-04-01 2026-11-30+p",
      "Set “監視班 · 監視” to A from 2026-12-01" },
    /* It begins on that very day: there is nothing to end. */
    { "R 2026-12-01 -", "A", KOYOMI_CELLS_FROM_DAY, "A 2026-12-01 -+p", "Set “監視班 · 監視” to A from 2026-12-01" },
    { "R 2026-12-01 -", "", KOYOMI_CELLS_FROM_DAY, "", "Clear “監視班 · 監視” from 2026-12-01" },
    { "R 2026-11-30 2026-12-01", "A", KOYOMI_CELLS_FROM_DAY, "A 2026-12-01 2026-12-01+p|R 2026-11-30 2026-11-30+p",
      "Set “監視班 · 監視” to A from 2026-12-01" },
    { "R 2027-04-01 -", "A", KOYOMI_CELLS_FROM_DAY, "A 2026-12-01 2027-03-31|R 2027-04-01 -+p",
      "Set “監視班 · 監視” to A from 2026-12-01" },
    { "R - -|C - -", "RA", KOYOMI_CELLS_FROM_DAY, "C - 2026-11-30|R - 2026-11-30+p|RA 2026-12-01 -+p",
      "Set “監視班 · 監視” to RA from 2026-12-01" },
    { "R - -|C - -", "R", KOYOMI_CELLS_FROM_DAY, "C - 2026-11-30|R - -+p", "Set “監視班 · 監視” to R from 2026-12-01" },
  };
  guint32 day = koyomi_day_new (2026, 12, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("case %u: %s to %s", i, cases[i].before, cases[i].letters);
      if (*cases[i].before != '\0')
        assign (self, cases[i].before);
      before = koyomi_test_content_hash (self->session);

      set_cells (self, cases[i].letters, 1, KOYOMI_CELLS_SET, cases[i].time, day, &error);
      g_assert_no_error (error);
      after = print (self);
      g_assert_cmpstr (after, ==, cases[i].after);

      assert_top (self, cases[i].label != NULL ? cases[i].label : "割り当て");
      if (cases[i].label != NULL)
        g_assert_true (koyomi_session_undo (self->session, NULL));
      undone = koyomi_test_content_hash (self->session);
      g_assert_cmpstr (undone, ==, before);
      if (*cases[i].before != '\0')
        g_assert_true (koyomi_session_undo (self->session, NULL));
    }
}

static void
test_translations_go_along (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(GPtrArray) rows = NULL;

  assign (self, "R - -");
  g_assert_true (set_cells (self, "A", 1, KOYOMI_CELLS_SET, KOYOMI_CELLS_FROM_DAY, koyomi_day_new (2026, 12, 1), NULL));
  rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (rows, i), KOYOMI_ASSIGNMENT_NOTE), ==, "a note");
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    KoyomiCellsAction  action;
    const char        *letters;
    const char        *label;
  } cases[] = {
    { KOYOMI_CELLS_FILL, "R", "Fill 3 cells" },
    { KOYOMI_CELLS_PASTE, "AC", "Paste 3 cells" },
    { KOYOMI_CELLS_SET, "S", "Change 3 cells" },
    { KOYOMI_CELLS_CLEAR, "", "Clear 3 cells" },
  };
  guint32 day = koyomi_day_new (2026, 12, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;
      g_autofree char *expected = g_strdup_printf ("%1$s - -|%1$s - -|%1$s - -", cases[i].letters);
      g_autofree char *before = koyomi_test_content_hash (self->session);
      g_autofree char *undone = NULL;

      g_assert_true (set_cells (self, cases[i].letters, 3, cases[i].action, KOYOMI_CELLS_IN_PLACE, day, NULL));
      assert_top (self, cases[i].label);
      shown = print (self);
      g_assert_cmpstr (shown, ==, *cases[i].letters != '\0' ? expected : "");

      g_assert_true (koyomi_session_undo (self->session, NULL));
      undone = koyomi_test_content_hash (self->session);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (koyomi_session_redo (self->session, NULL));
    }
}

static void
test_nothing_half_done (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  KoyomiCellChange changes[] = { { FUNCTION, TEAM, KOYOMI_LETTERS_R }, { 404, TEAM, KOYOMI_LETTERS_R } };
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_cells_set (self->session, alphabet, changes, 2, KOYOMI_CELLS_PASTE, KOYOMI_CELLS_IN_PLACE,
                                    koyomi_day_today (), KOYOMI_LANGUAGE_EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_people (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    gint64   person;
    gint64   deputy;
    gboolean is_allowed;
  } cases[] = {
    { PERSON, DEPUTY, TRUE }, { PERSON, 0, TRUE }, { 0, DEPUTY, TRUE }, { PERSON, STRANGER, TRUE }, { 0, 0, TRUE },
    { STRANGER, 0, FALSE }, { PERSON, PERSON, FALSE }, { 404, 0, FALSE },
  };

  assign (self, "R - -");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
      KoyomiRecord *row = g_ptr_array_index (rows, 0);
      g_autoptr(GError) error = NULL;

      koyomi_record_set_int (row, KOYOMI_ASSIGNMENT_PERSON, cases[i].person);
      koyomi_record_set_int (row, KOYOMI_ASSIGNMENT_DEPUTY, cases[i].deputy);
      g_assert_cmpint (koyomi_assignment_save (self->session, row, KOYOMI_LANGUAGE_EN, &error), ==, cases[i].is_allowed);
      g_assert_cmpint (error == NULL, ==, cases[i].is_allowed);
    }
}

static void
test_own_letters (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(KoyomiMatrix) matrix = NULL;
  g_autoptr(GError) error = NULL;
  gint64 catalogue = koyomi_session_find_catalogue (self->session, "own", NULL);
  KoyomiCellChange change = { FUNCTION, TEAM, 0 };

  g_assert_cmpint (koyomi_session_add_letter (self->session, "承", "承認", "内容を承認する", KOYOMI_LANGUAGE_JA, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_add_letter (self->session, "承", "二度目", "", KOYOMI_LANGUAGE_JA, NULL), ==, 0);
  g_assert_cmpint (koyomi_session_add_letter (self->session, "R", "別のR", "", KOYOMI_LANGUAGE_JA, &error), ==, 0);
  g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
  g_clear_error (&error);

  matrix = koyomi_session_load_matrix (self->session, catalogue, koyomi_day_today (), KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_alphabet_parse (koyomi_matrix_get_alphabet (matrix), "承R", &change.letters, NULL));
  g_assert_true (koyomi_cells_set (self->session, koyomi_matrix_get_alphabet (matrix), &change, 1, KOYOMI_CELLS_SET,
                                   KOYOMI_CELLS_IN_PLACE, koyomi_day_today (), KOYOMI_LANGUAGE_JA, &error));
  assert_top (self, "「監視班 · 監視」をR承に変更");
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiSession *present = self->session;

  past = koyomi_session_open_as_of (present, koyomi_session_find_moment (present, "#2", NULL), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->session = past;
  g_assert_false (set_cells (self, "R", 1, KOYOMI_CELLS_SET, KOYOMI_CELLS_IN_PLACE, koyomi_day_today (), &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  self->session = present;
}

/* What is changed from a day on leaves what was before; both are one edit. */
static void
test_change (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);
  g_autoptr(KoyomiRecord) before = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_new (2026, 12, 1);
  KoyomiRecord *after;

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, TEAM);
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, "R");
  g_assert_true (koyomi_assignment_change (self->session, assignment, KOYOMI_CELLS_IN_PLACE, day, KOYOMI_LANGUAGE_JA, &error));
  hash = koyomi_test_content_hash (self->session);

  rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  before = g_object_ref (g_ptr_array_index (rows, 0));
  koyomi_record_set_text (before, KOYOMI_ASSIGNMENT_LETTERS, "RA");
  koyomi_record_set_int (before, KOYOMI_ASSIGNMENT_PERSON, PERSON);
  koyomi_record_set_text (before, KOYOMI_ASSIGNMENT_NOTE, "新体制");
  g_assert_true (koyomi_assignment_change (self->session, before, KOYOMI_CELLS_FROM_DAY, day, KOYOMI_LANGUAGE_JA, &error));
  g_assert_no_error (error);

  g_ptr_array_unref (rows);
  rows = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  after = g_ptr_array_index (rows, koyomi_record_is_none (g_ptr_array_index (rows, 0), KOYOMI_ASSIGNMENT_FROM_DAY) ? 1 : 0);
  g_assert_cmpuint (koyomi_record_get_day (after, KOYOMI_ASSIGNMENT_FROM_DAY), ==, day);
  g_assert_cmpstr (koyomi_record_get_text (after, KOYOMI_ASSIGNMENT_LETTERS), ==, "RA");
  g_assert_cmpstr (koyomi_record_get_text (after, KOYOMI_ASSIGNMENT_NOTE), ==, "新体制");
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_ASSIGNMENT_PERSON), ==, PERSON);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, hash);

  koyomi_record_set_text (before, KOYOMI_ASSIGNMENT_LETTERS, "");
  g_assert_true (koyomi_assignment_change (self->session, before, KOYOMI_CELLS_IN_PLACE, day, KOYOMI_LANGUAGE_JA, &error));
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_ASSIGNMENT, NULL), ==, 0);
}

static KoyomiRecord *
make_assignment (const char *letters)
{
  KoyomiRecord *assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, TEAM);
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);

  return assignment;
}

/* One is corrected, one goes, one comes: they go back together, and when one cannot be, none is. */
static void
test_change_several (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) changed = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *undone = NULL;
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_new (2026, 12, 1);

  for (const char *letters = "RC"; *letters != '\0'; letters++)
    {
      g_autoptr(KoyomiRecord) assignment = make_assignment ((const char[]) { *letters, '\0' });

      g_assert_true (koyomi_assignment_change (self->session, assignment, KOYOMI_CELLS_IN_PLACE, day, KOYOMI_LANGUAGE_JA, NULL));
    }
  hash = koyomi_test_content_hash (self->session);

  changed = koyomi_session_list (self->session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, FUNCTION, KOYOMI_LANGUAGE_JA, NULL);
  koyomi_record_set_text (g_ptr_array_index (changed, 0), KOYOMI_ASSIGNMENT_LETTERS, "RA");
  koyomi_record_set_text (g_ptr_array_index (changed, 1), KOYOMI_ASSIGNMENT_LETTERS, "");
  g_ptr_array_add (changed, make_assignment ("S"));
  koyomi_record_set_int (g_ptr_array_index (changed, 2), KOYOMI_ASSIGNMENT_FROM_DAY, day);
  koyomi_record_set_int (g_ptr_array_index (changed, 2), KOYOMI_ASSIGNMENT_TO_DAY, day - 1);
  g_assert_false (koyomi_assignments_change (self->session, changed, KOYOMI_CELLS_IN_PLACE, day, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, hash);

  koyomi_record_set_int (g_ptr_array_index (changed, 2), KOYOMI_ASSIGNMENT_TO_DAY, KOYOMI_DAY_NONE);
  g_assert_true (koyomi_assignments_change (self->session, changed, KOYOMI_CELLS_IN_PLACE, day, KOYOMI_LANGUAGE_JA, NULL));
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_ASSIGNMENT, NULL), ==, 2);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_free (undone);
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, hash);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/cell-edit/table-of-cases", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/session/cell-edit/translations-go-along", Fixture, NULL, set_up, test_translations_go_along, tear_down);
  g_test_add ("/session/cell-edit/many-cells-are-one-edit", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/session/cell-edit/nothing-is-half-done", Fixture, NULL, set_up, test_nothing_half_done, tear_down);
  g_test_add ("/session/cell-edit/people-are-of-the-team", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/session/cell-edit/changed-from-a-day-on", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/session/cell-edit/several-assignments-are-one-edit", Fixture, NULL, set_up, test_change_several, tear_down);
  g_test_add ("/session/cell-edit/own-letters", Fixture, NULL, set_up, test_own_letters, tear_down);
  g_test_add ("/session/cell-edit/past-is-read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
