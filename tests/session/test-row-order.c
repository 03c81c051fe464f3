#include "koyomi-row-order.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

typedef struct
{
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static GArray *
list_committees (Fixture *self)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, KOYOMI_TABLE_COMMITTEE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (rows, i));

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
reorder (Fixture *self,
         GArray  *ids)
{
  g_autoptr(GError) error = NULL;

  koyomi_session_reorder (self->session, KOYOMI_TABLE_COMMITTEE, (gint64 *) ids->data, ids->len, "Order", &error);
  g_assert_no_error (error);
}

static void
assert_order (Fixture *self,
              GArray  *ids)
{
  g_autoptr(GArray) now = list_committees (self);

  g_assert_cmpmem (now->data, now->len * sizeof (gint64), ids->data, ids->len * sizeof (gint64));
}

static void
swap (GArray *ids,
      guint   a,
      guint   b)
{
  gint64 kept = g_array_index (ids, gint64, a);

  g_array_index (ids, gint64, a) = g_array_index (ids, gint64, b);
  g_array_index (ids, gint64, b) = kept;
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) ids = list_committees (self);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(KoyomiEntry) head = NULL;

  swap (ids, 0, 1);
  reorder (self, ids);
  assert_order (self, ids);

  /* Only the two that changed places were written. */
  head = koyomi_session_get_head (self->session, NULL);
  changes = koyomi_session_list_changes (self->session, head->seq, NULL);
  g_assert_cmpuint (changes->len, ==, 2);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  swap (ids, 0, 1);
  assert_order (self, ids);
}

static void
test_unchanged (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GArray) ids = list_committees (self);
  g_autoptr(KoyomiEntry) before = koyomi_session_get_head (self->session, NULL);
  g_autoptr(KoyomiEntry) after = NULL;

  reorder (self, ids);
  after = koyomi_session_get_head (self->session, NULL);
  g_assert_cmpint (before->seq, ==, after->seq);
}

static void
test_ties (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GArray) ids = list_committees (self);

  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(KoyomiRecord) committee = koyomi_session_get (self->session, KOYOMI_TABLE_COMMITTEE,
                                                              g_array_index (ids, gint64, i), KOYOMI_LANGUAGE_JA, NULL);

      koyomi_record_set_int (committee, KOYOMI_COMMITTEE_POSITION, 7);
      g_assert_true (koyomi_edit_update (edit, committee, NULL));
    }
  g_assert_true (koyomi_edit_commit (edit, "Ties", NULL));

  swap (ids, 0, ids->len - 1);
  reorder (self, ids);
  assert_order (self, ids);
}

static void
test_last_position (Fixture       *self,
                    gconstpointer  data)
{
  g_assert_cmpint (koyomi_session_find_last_position (self->session, KOYOMI_TABLE_COMMITTEE, 0, 0, NULL), ==, 5);
  g_assert_cmpint (koyomi_session_find_last_position (self->session, KOYOMI_TABLE_DUTY, KOYOMI_DUTY_FUNCTION, 1, NULL), ==, 0);
}

static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GArray) ids = list_committees (self);
  g_autoptr(GError) error = NULL;
  gint64 nobody = 42;

  swap (ids, 0, 1);
  g_array_append_val (ids, nobody);
  g_assert_false (koyomi_session_reorder (self->session, KOYOMI_TABLE_COMMITTEE, (gint64 *) ids->data, ids->len, "Order", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);

  g_array_set_size (ids, ids->len - 1);
  swap (ids, 0, 1);
  assert_order (self, ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/row-order/is-one-edit-of-what-moved", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/session/row-order/no-change-leaves-no-entry", Fixture, NULL, set_up, test_unchanged, tear_down);
  g_test_add ("/session/row-order/equal-positions-are-parted", Fixture, NULL, set_up, test_ties, tear_down);
  g_test_add ("/session/row-order/last-position", Fixture, NULL, set_up, test_last_position, tear_down);
  g_test_add ("/session/row-order/missing-row-changes-nothing", Fixture, NULL, set_up, test_missing, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
