#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-sheet.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

/* The incidents of the sample company, as of 2026-11-22. */
typedef struct
{
  KoyomiSession       *session;
  GSettings           *settings;
  KoyomiWorkspace     *workspace;
  KoyomiIncidentSheet *sheet;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_EN };
  static int number;
  g_autofree char *name = g_strdup_printf ("plan-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GError) error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  self->settings = g_settings_new ("app.koyomi.Koyomi");
  g_settings_reset (self->settings, "incident-filter");
  g_settings_reset (self->settings, "incident-lanes");
  self->workspace = koyomi_workspace_new (self->session, KOYOMI_LANGUAGE_EN, self->settings);
  self->sheet = koyomi_incident_sheet_new (self->workspace);
  koyomi_incident_sheet_set_live (self->sheet, TRUE);
  koyomi_incident_sheet_set_size (self->sheet, 1000, 400);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->sheet);
  g_assert_finalize_object (self->workspace);
  g_assert_finalize_object (self->session);
  g_object_unref (self->settings);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count_cell (Fixture *self,
            int      lane,
            int      column)
{
  return koyomi_incident_order_get_cell (koyomi_incident_sheet_get_order (self->sheet), lane, column)->len;
}

static const KoyomiIncidentColumn *
get_column (Fixture *self,
            guint    column)
{
  return &g_array_index (koyomi_incident_sheet_get_order (self->sheet)->columns, KoyomiIncidentColumn, column);
}

static void
test_filter_text (void)
{
  static const struct
  {
    const char *text;
    const char *kept;
  } cases[] = {
    { "", "" },
    { "all", "all" },
    { "mine all", "all mine" },
    { "severity=s1,s3 kind=drill", "severity=s1,s3 kind=drill" },
    { "kind=incident,drill severity=s5 all", "all severity=s5 kind=incident,drill" },
    { "severity=s9,s2 nonsense kind=", "severity=s2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiIncidentFilter) filter = koyomi_incident_filter_parse (cases[i].text);
      g_autofree char *kept = koyomi_incident_filter_format (filter);

      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

static void
test_filter_matches (void)
{
  const KoyomiIncidentCard card = { .kind = KOYOMI_INCIDENT_KIND_DRILL, .severity = KOYOMI_SEVERITY_S2, .team_id = 7, .lead = "Hanako Reiji" };
  static const struct
  {
    KoyomiIncidentFilter filter;
    const char          *person;
    gboolean             matches;
  } cases[] = {
    { { 0 }, "", TRUE },
    { { .severities = 1 << KOYOMI_SEVERITY_S2 }, "", TRUE },
    { { .severities = 1 << KOYOMI_SEVERITY_S1 }, "", FALSE },
    { { .kinds = 1 << KOYOMI_INCIDENT_KIND_DRILL | 1 << KOYOMI_INCIDENT_KIND_EVENT }, "", TRUE },
    { { .kinds = 1 << KOYOMI_INCIDENT_KIND_INCIDENT }, "", FALSE },
    { { .team = 7 }, "", TRUE },
    { { .team = 8 }, "", FALSE },
    { { .mine = TRUE }, "hanako reiji", TRUE },
    { { .mine = TRUE }, "root", FALSE },
    { { .mine = TRUE, .team = 8 }, "hanako reiji", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_incident_filter_matches (&cases[i].filter, &card, cases[i].person), ==, cases[i].matches);
}

/* What has ended shares a column that is folded up, until all is asked for. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *filter = NULL;
  guint n = koyomi_incident_sheet_count (self->sheet);
  guint n_open = koyomi_incident_sheet_get_order (self->sheet)->cards->len;
  guint sum = 0;

  g_assert_cmpuint (koyomi_incident_sheet_get_order (self->sheet)->columns->len, ==, 7);
  g_assert_true (get_column (self, 6)->is_folded);
  g_assert_cmpuint (get_column (self, 6)->n_cards, ==, n - n_open);
  g_assert_cmpuint (count_cell (self, 0, 6), ==, 0);

  koyomi_incident_sheet_set_all (self->sheet, TRUE);
  g_assert_cmpuint (koyomi_incident_sheet_get_order (self->sheet)->columns->len, ==, 9);
  for (guint i = 0; i < 9; i++)
    {
      g_assert_cmpuint (get_column (self, i)->n_cards, ==, count_cell (self, 0, i));
      sum += count_cell (self, 0, i);
    }
  g_assert_cmpuint (sum, ==, n);
  filter = g_settings_get_string (self->settings, "incident-filter");
  g_assert_cmpstr (filter, ==, "all");
}

/* However the cards lie in lanes, each stands once, below its heading, in its column and apart from the others. */
static void
test_layout (Fixture       *self,
             gconstpointer  data)
{
  koyomi_incident_sheet_set_all (self->sheet, TRUE);
  for (KoyomiIncidentLanes lanes = 0; lanes < KOYOMI_N_INCIDENT_LANES; lanes++)
    {
      const KoyomiIncidentLayout *layout;
      guint n = 0;

      koyomi_incident_sheet_set_lanes (self->sheet, lanes);
      layout = koyomi_incident_sheet_get_layout (self->sheet);
      for (guint lane = 0; lane < layout->order->lanes->len; lane++)
        for (guint column = 0; column < layout->order->columns->len; column++)
          {
            KoyomiRect band = koyomi_incident_layout_get_lane (layout, lane);
            KoyomiRect across = koyomi_incident_layout_get_column (layout, column);
            double bottom = band.y + layout->heading;

            for (guint i = 0; i < count_cell (self, lane, column); i++, n++)
              {
                KoyomiIncidentPlace place = { lane, column, i }, found;
                KoyomiRect rect = koyomi_incident_layout_get_card (layout, place);

                g_assert_cmpfloat (rect.y, >=, bottom);
                g_assert_cmpfloat (rect.height, >=, 60);
                g_assert_cmpfloat (rect.x, >, across.x);
                g_assert_cmpfloat (rect.x + rect.width, <, across.x + across.width);
                bottom = rect.y + rect.height;
                g_assert_cmpfloat (bottom, <=, band.y + band.height);
                g_assert_true (koyomi_incident_layout_pick (layout, rect.x + 1, rect.y + 1, &found) ==
                               koyomi_incident_order_get_card (layout->order, place));
                g_assert_null (koyomi_incident_layout_pick (layout, rect.x + 1, bottom + 1, &found));
              }
          }
      g_assert_cmpuint (n, ==, koyomi_incident_sheet_count (self->sheet));
    }
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  gint64 selected;

  koyomi_incident_sheet_set_search (self->sheet, "VPN");
  g_assert_cmpuint (koyomi_incident_sheet_get_order (self->sheet)->cards->len, ==, 1);
  selected = ((KoyomiIncidentCard *) g_ptr_array_index (koyomi_incident_sheet_get_order (self->sheet)->cards, 0))->id;
  koyomi_incident_sheet_select (self->sheet, selected);

  koyomi_incident_sheet_set_search (self->sheet, "nothing is called so");
  g_assert_cmpuint (koyomi_incident_sheet_get_order (self->sheet)->cards->len, ==, 0);
  g_assert_cmpint (koyomi_incident_sheet_get_selected (self->sheet), ==, 0);

  /* Whatever the filter is. */
  koyomi_incident_sheet_reveal (self->sheet, selected);
  g_assert_cmpint (koyomi_incident_sheet_get_selected (self->sheet), ==, selected);
  g_assert_true (koyomi_incident_filter_is_empty (koyomi_incident_sheet_get_filter (self->sheet)));
}

static gint64
get_first (Fixture *self,
           int      column)
{
  return koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (self->sheet), (KoyomiIncidentPlace) { 0, column, 0 })->id;
}

/* The selection goes along with an incident that moves, and to a neighbour of one that is gone. */
static void
test_selection (Fixture       *self,
                gconstpointer  data)
{
  gint64 moved = get_first (self, 0);
  gint64 now = koyomi_incident_sheet_read_clock ();
  KoyomiIncidentPlace place;
  g_autoptr(GError) error = NULL;

  koyomi_incident_sheet_select (self->sheet, moved);
  koyomi_incident_move (self->session, moved, KOYOMI_INCIDENT_STATE_TRIAGED, NULL, now, now, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_true (koyomi_incident_sheet_get_place (self->sheet, &place));
  g_assert_cmpint (place.column, ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  g_assert_cmpuint (count_cell (self, 0, KOYOMI_INCIDENT_STATE_TRIAGED), ==, 2);

  koyomi_incident_delete (self->session, moved, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_cmpint (koyomi_incident_sheet_get_selected (self->sheet), ==, get_first (self, KOYOMI_INCIDENT_STATE_TRIAGED));
}

/* Nobody looks: the plan is read when somebody does. */
static void
test_stale (Fixture       *self,
            gconstpointer  data)
{
  gint64 gone = get_first (self, 0);
  guint n = koyomi_incident_sheet_count (self->sheet);

  koyomi_incident_sheet_set_live (self->sheet, FALSE);
  g_assert_true (koyomi_incident_delete (self->session, gone, KOYOMI_LANGUAGE_EN, NULL));
  settle ();
  g_assert_cmpuint (koyomi_incident_sheet_count (self->sheet), ==, n);
  koyomi_incident_sheet_set_live (self->sheet, TRUE);
  g_assert_cmpuint (koyomi_incident_sheet_count (self->sheet), ==, n - 1);
}

#define ADD(path, func) g_test_add ("/views/incident-sheet/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  g_test_add_func ("/views/incident-filter/is-kept-as-a-text", test_filter_text);
  g_test_add_func ("/views/incident-filter/asks-for-everything-at-once", test_filter_matches);
  ADD ("what-has-ended-is-folded-up", test_columns);
  ADD ("each-card-has-a-place-of-its-own", test_layout);
  ADD ("searches-and-reveals", test_search);
  ADD ("selection-follows-its-incident", test_selection);
  ADD ("reads-when-somebody-looks", test_stale);

  return koyomi_test_folder_finish (g_test_run ());
}
