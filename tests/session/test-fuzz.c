#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-occurrence.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-record.h"

#define N_EDITS 500
#define N_PASTS 60

typedef struct _Fuzz Fuzz;
typedef void (*EditFunc) (Fuzz       *self,
                          KoyomiEdit *edit);

struct _Fuzz
{
  KoyomiSession *session;
  GRand         *random;
  guint          n_done[6];   /* by kind */
};

static KoyomiTableId
pick_table (Fuzz *self)
{
  KoyomiTableId table;

  /* A plan has one row of its own. */
  do
    table = g_rand_int_range (self->random, 0, KOYOMI_N_TABLES);
  while (table == KOYOMI_TABLE_PLAN);

  return table;
}

/* Some row of the table; 0 when it has none. */
static KoyomiRecord *
pick_row (Fuzz          *self,
          KoyomiTableId  table)
{
  KoyomiLanguage language = g_rand_boolean (self->random) ? KOYOMI_LANGUAGE_JA : KOYOMI_LANGUAGE_EN;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, language, &error);

  g_assert_no_error (error);

  return rows->len > 0 ? g_object_ref (g_ptr_array_index (rows, g_rand_int_range (self->random, 0, rows->len))) : NULL;
}

static gboolean
set_reference (Fuzz         *self,
               KoyomiRecord *record,
               int           constant)
{
  const KoyomiField *field = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (constant)];
  g_autoptr(KoyomiRecord) target = NULL;

  if ((field->flags & KOYOMI_FIELD_OPTIONAL) && g_rand_int_range (self->random, 0, 3) == 0)
    koyomi_record_set_int (record, constant, 0);
  else if ((target = pick_row (self, field->target)) != NULL)
    koyomi_record_set_int (record, constant, koyomi_record_get_id (target));
  else
    return field->flags & KOYOMI_FIELD_OPTIONAL;

  return TRUE;
}

/* A run stands in its activity's row. */
static void
mend_run (Fuzz         *self,
          KoyomiRecord *run)
{
  g_autoptr(KoyomiRecord) activity = NULL;

  if (koyomi_record_get_table_id (run) != KOYOMI_TABLE_OCCURRENCE)
    return;

  activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY),
                                 KOYOMI_LANGUAGE_JA, NULL);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
}

static gboolean
set_field (Fuzz         *self,
           KoyomiRecord *record,
           guint         index)
{
  int constant = koyomi_record_get_table_id (record) << 8 | index;

  if (koyomi_record_get_table (record)->fields[index].type == KOYOMI_FIELD_REF)
    return set_reference (self, record, constant);

  koyomi_test_record_set_random (record, constant, self->random);

  return TRUE;
}

static void
insert_row (Fuzz       *self,
            KoyomiEdit *edit)
{
  KoyomiTableId table = pick_table (self);
  g_autoptr(KoyomiRecord) record = koyomi_record_new (table);
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i < koyomi_record_get_table (record)->n_fields; i++)
    if (!set_field (self, record, i))
      return;

  koyomi_test_record_mend (record);
  mend_run (self, record);
  koyomi_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  self->n_done[0]++;
}

static void
update_row (Fuzz       *self,
            KoyomiEdit *edit)
{
  g_autoptr(KoyomiRecord) record = pick_row (self, pick_table (self));
  g_autoptr(GError) error = NULL;

  if (record == NULL)
    return;

  for (int n = g_rand_int_range (self->random, 1, 5); n > 0; n--)
    set_field (self, record, g_rand_int_range (self->random, 1, koyomi_record_get_table (record)->n_fields));

  koyomi_test_record_mend (record);
  mend_run (self, record);
  koyomi_edit_update (edit, record, &error);
  g_assert_no_error (error);
  self->n_done[1]++;
}

static void
delete_row (Fuzz       *self,
            KoyomiEdit *edit)
{
  KoyomiTableId table = pick_table (self);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  /* Now and then much goes at once, but not everything at the start. */
  if ((table == KOYOMI_TABLE_CATALOGUE || table == KOYOMI_TABLE_GROUP || table == KOYOMI_TABLE_FUNCTION) &&
      g_rand_int_range (self->random, 0, 5) != 0)
    return;

  if ((record = pick_row (self, table)) == NULL)
    return;

  koyomi_edit_delete (edit, table, koyomi_record_get_id (record), &error);
  g_assert_no_error (error);
  self->n_done[2]++;
}

static void
add_runs (Fuzz       *self,
          KoyomiEdit *edit)
{
  static const char * const rules[] = {
    "every=week on=mon,thu", "every=month day=last holiday=before", "months=4,10 span=month", "every=quarter business=-2", "",
  };
  g_autoptr(KoyomiRecord) activity = pick_row (self, KOYOMI_TABLE_ACTIVITY);
  g_autoptr(GError) error = NULL;
  guint32 first_day = koyomi_day_new (2026 + g_rand_int_range (self->random, 0, 3), 4, 1);

  if (activity == NULL)
    return;

  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rules[g_rand_int_range (self->random, 0, G_N_ELEMENTS (rules))]);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_edit_update (edit, activity, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_edit_add_runs (edit, activity, first_day, first_day + 100, &error), >=, 0);
  g_assert_no_error (error);
  self->n_done[3]++;
}

static void
move_run (Fuzz       *self,
          KoyomiEdit *edit)
{
  g_autoptr(KoyomiRecord) run = pick_row (self, KOYOMI_TABLE_OCCURRENCE);
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_new (2026, 4, 1) + g_rand_int_range (self->random, 0, 365);

  if (run == NULL)
    return;

  koyomi_occurrence_move (run, day, day + g_rand_int_range (self->random, 0, 30), &error);
  g_assert_no_error (error);
  koyomi_edit_update (edit, run, &error);
  g_assert_no_error (error);
  self->n_done[4]++;
}

static void
translate (Fuzz       *self,
           KoyomiEdit *edit)
{
  g_autoptr(KoyomiRecord) record = pick_row (self, KOYOMI_TABLE_FUNCTION);
  g_autofree char *text = g_rand_boolean (self->random) ? g_strdup ("") : koyomi_test_text_new (self->random);
  g_autoptr(GError) error = NULL;

  if (record == NULL)
    return;

  koyomi_edit_translate (edit, KOYOMI_FUNCTION_NAME, koyomi_record_get_id (record), text, &error);
  g_assert_no_error (error);
  self->n_done[5]++;
}

/* One edit, of one row or several; it may turn out to change nothing. */
static void
make_edit (Fuzz *self,
           int   number)
{
  static const EditFunc kinds[] = {
    insert_row, insert_row, update_row, update_row, delete_row, add_runs, move_run, translate,
  };
  g_autofree char *label = g_strdup_printf ("編集 %d", number);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);
  for (int n = g_rand_int_range (self->random, 1, 4); n > 0; n--)
    kinds[g_rand_int_range (self->random, 0, G_N_ELEMENTS (kinds))] (self, edit);
  koyomi_edit_commit (edit, label, &error);
  g_assert_no_error (error);
}

static gint64
get_seq (KoyomiSession *session)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);

  return head->seq;
}

static void
assert_content (KoyomiSession *session,
                const char    *expected)
{
  g_autofree char *hash = koyomi_test_content_hash (session);

  g_assert_cmpstr (hash, ==, expected);
}

/* @contents[i] is what stood once entry i + 1 had been made. */
static void
assert_pasts (Fuzz      *self,
              GPtrArray *contents,
              int        n_pasts)
{
  for (int i = 0; i < n_pasts; i++)
    {
      guint seq = i == 0 ? 1 : i == 1 ? contents->len : (guint) g_rand_int_range (self->random, 1, contents->len + 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiSession) past = koyomi_session_open_as_of (self->session, seq, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      assert_content (past, g_ptr_array_index (contents, seq - 1));
    }
}

static void
undo_all (Fuzz      *self,
          GPtrArray *contents)
{
  g_autoptr(GError) error = NULL;

  for (guint i = contents->len - 1; i > 0; i--)
    {
      koyomi_session_undo (self->session, &error);
      g_assert_no_error (error);
      assert_content (self->session, g_ptr_array_index (contents, i - 1));
    }

  g_assert_false (koyomi_session_undo (self->session, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
}

static void
redo_all (Fuzz      *self,
          GPtrArray *contents)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i < contents->len; i++)
    {
      koyomi_session_redo (self->session, &error);
      g_assert_no_error (error);
      if (i % 10 == 0 || i + 1 == contents->len)
        assert_content (self->session, g_ptr_array_index (contents, i));
    }

  g_assert_false (koyomi_session_redo (self->session, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
}

static void
test_edits (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("fuzz");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);
  const char *given = g_getenv ("KOYOMI_TEST_SEED");
  guint32 seed = given != NULL ? g_ascii_strtoull (given, NULL, 10) : g_random_int ();
  Fuzz self = { .random = g_rand_new_with_seed (seed) };

  /* KOYOMI_TEST_SEED=… runs the same edits again. */
  g_test_message ("seed %u", seed);
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  self.session = koyomi_test_plan_open (path);
  g_ptr_array_add (contents, koyomi_test_content_hash (self.session));

  for (int i = 0; contents->len <= N_EDITS; i++)
    {
      make_edit (&self, i);
      if (get_seq (self.session) > contents->len)
        g_ptr_array_add (contents, koyomi_test_content_hash (self.session));
      else
        assert_content (self.session, g_ptr_array_index (contents, contents->len - 1));
    }

  for (guint i = 0; i < G_N_ELEMENTS (self.n_done); i++)
    {
      g_test_message ("kind %u: %u", i, self.n_done[i]);
      g_assert_cmpuint (self.n_done[i], >, 20);
    }

  assert_pasts (&self, contents, N_PASTS);
  undo_all (&self, contents);
  redo_all (&self, contents);
  assert_pasts (&self, contents, 6);
  koyomi_test_plan_verify (self.session);

  g_assert_finalize_object (self.session);
  g_rand_free (self.random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/fuzz/500-edits-undone-redone-and-looked-back-at", test_edits);

  return koyomi_test_folder_finish (g_test_run ());
}
