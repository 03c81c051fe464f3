#include "koyomi-load-page.h"

#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-row-table.h"
#include "koyomi-ui.h"

#include <math.h>

#define N_MONTHS 12

/* The columns: the team, the months, the whole year, and what nobody has estimated. */
#define N_COLUMNS (N_MONTHS + 3)

/* Titles of activities that are told where nobody has estimated them. */
#define MOST_TITLES 6

struct _KoyomiLoadPage
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  GtkDropDown      *year;
  GtkLabel         *summary;
  GtkWidget        *place;
  GtkLabel         *unknown;

  GArray           *years;         /* (element-type KoyomiFiscalYear), as the drop-down has them */
  KoyomiRowTable   *table;         /* NULL until something is shown */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiLoadPage, year),
  KOYOMI_UI_CHILD (KoyomiLoadPage, summary),
  KOYOMI_UI_CHILD (KoyomiLoadPage, place),
  KOYOMI_UI_CHILD (KoyomiLoadPage, unknown),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiLoadPage, koyomi_load_page, GTK_TYPE_WIDGET)

static KoyomiLanguage
get_language (KoyomiLoadPage *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

/* What a cell is made of. */
static char *
explain (KoyomiLoadPage       *self,
         const KoyomiLoadCell *cell)
{
  KoyomiLanguage language = get_language (self);

  if (isnan (cell->capacity))
    /* Translators: person-days that are planned, and of routines */
    return g_strdup_printf (koyomi_tr (language, N_("Planned %.1f, routine %.1f, capacity unknown")), cell->planned, cell->routine);

  if (cell->capacity <= 0)
    /* Translators: person-days that are planned, and of routines */
    return g_strdup_printf (koyomi_tr (language, N_("Planned %.1f, routine %.1f, no capacity")), cell->planned, cell->routine);

  /* Translators: person-days that are planned, of routines, that there are; and what part of these is taken */
  return g_strdup_printf (koyomi_tr (language, N_("Planned %.1f, routine %.1f, of %.1f: %.0f %%")), cell->planned, cell->routine,
                          cell->capacity, koyomi_load_cell_get_share (cell) * 100);
}

/* Where it is too much the text says so too, not the ground alone. */
static char *
format_cell (KoyomiLoadPage       *self,
             const KoyomiLoadCell *cell,
             const char           *text)
{
  g_autofree char *explanation = explain (self, cell);

  return koyomi_row_table_format_heat (text, koyomi_heat_of_share (koyomi_load_cell_get_share (cell)), explanation);
}

static void
add_row (KoyomiLoadPage       *self,
         const KoyomiTeamLoad *team,
         const KoyomiHeatRow  *row)
{
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);
  double days = koyomi_load_cell_get_days (&team->year);
  g_autofree char *year = days > 0 ? g_strdup_printf (days < 10 ? "%.1f%s" : "%.0f%s", days, koyomi_load_cell_is_over (&team->year) ? " ▲" : "") : g_strdup ("–");

  cells[0] = g_strdup (row->name);
  for (guint i = 0; i < N_MONTHS; i++)
    cells[i + 1] = format_cell (self, &team->months[i], g_array_index (row->cells, KoyomiHeatCell, i).text);
  cells[N_MONTHS + 1] = format_cell (self, &team->year, year);
  cells[N_MONTHS + 2] = team->year.n_unknown > 0 ? g_strdup_printf ("%u", team->year.n_unknown) : g_strdup ("");
  koyomi_row_table_take_row (self->table, cells);
}

static guint
count_over (const KoyomiWorkload *workload)
{
  guint n_over = 0;

  for (guint i = 0; i < workload->teams->len; i++)
    for (guint month = 0; month < N_MONTHS; month++)
      n_over += koyomi_load_cell_is_over (&((KoyomiTeamLoad *) g_ptr_array_index (workload->teams, i))->months[month]);

  return n_over;
}

static void
show_summary (KoyomiLoadPage       *self,
              const KoyomiWorkload *workload)
{
  KoyomiLanguage language = get_language (self);
  guint n_over = count_over (workload);
  g_autofree char *text = NULL;

  if (workload->teams->len == 0)
    text = g_strdup (koyomi_tr (language, N_("There is no team yet")));
  else if (n_over == 0)
    text = g_strdup (koyomi_tr (language, N_("No team has more to do in a month than it can")));
  else
    text = g_strdup_printf (koyomi_ntr (language, "▲ %u month of a team is over 100 %%", "▲ %u months of teams are over 100 %%", n_over),
                            n_over);
  gtk_label_set_label (self->summary, text);
}

/* What is missing in all these numbers. */
static void
show_unknown (KoyomiLoadPage       *self,
              const KoyomiWorkload *workload)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *list = NULL;
  guint n_unknown = 0;

  for (guint i = 0; i < workload->activities->len; i++)
    {
      const KoyomiActivityLoad *activity = g_ptr_array_index (workload->activities, i);

      if (!activity->is_estimated && n_unknown++ < MOST_TITLES)
        g_ptr_array_add (titles, activity->title);
    }
  g_ptr_array_add (titles, NULL);

  if (workload->activities->len == 0)
    text = g_strdup (koyomi_tr (language, N_("This year has no activities.")));
  else if (n_unknown == 0)
    text = g_strdup (koyomi_tr (language, N_("All activities have an estimate of their person-days.")));
  else
    {
      list = g_strjoinv (koyomi_tr (language, N_(", ")), (char **) titles->pdata);
      text = g_strdup_printf (koyomi_ntr (language, "%u activity has no estimate and is not counted: %s%s",
                                          "%u activities have no estimate and are not counted: %s%s", n_unknown),
                              n_unknown, list, n_unknown > MOST_TITLES ? "…" : "");
    }
  gtk_label_set_label (self->unknown, text);
}

static KoyomiFiscalYear
get_year (KoyomiLoadPage *self)
{
  return g_array_index (self->years, KoyomiFiscalYear, gtk_drop_down_get_selected (self->year));
}

/* The months stand in the heads of the columns. */
static void
make_table (KoyomiLoadPage      *self,
            const KoyomiHeatMap *map)
{
  KoyomiLanguage language = get_language (self);

  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_tr (language, N_("Person-days by team and month"))));
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Team")), FALSE);
  for (guint i = 0; i < N_MONTHS; i++)
    koyomi_row_table_add_heat_column (self->table, g_ptr_array_index (map->columns, i), language);
  koyomi_row_table_add_heat_column (self->table, koyomi_trc (language, "load", "Year"), language);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("No estimate")), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->table));
}

/* Shows the load of the year that is chosen. The teams do the functions of all catalogues. */
gboolean
koyomi_load_page_show (GtkWidget  *page,
                       gint64      catalogue,
                       GError    **error)
{
  KoyomiLoadPage *self = KOYOMI_LOAD_PAGE (page);
  g_autoptr(KoyomiWorkload) workload = koyomi_session_load_workload (koyomi_workspace_get_session (self->workspace), get_year (self),
                                                                     get_language (self), error);
  g_autoptr(KoyomiHeatMap) map = NULL;

  if (workload == NULL)
    return FALSE;

  map = koyomi_heat_map_new_for_load (workload, get_language (self));
  if (self->table == NULL)
    make_table (self, map);

  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < workload->teams->len; i++)
    add_row (self, g_ptr_array_index (workload->teams, i), g_ptr_array_index (map->rows, i));
  koyomi_row_table_show (self->table);
  show_summary (self, workload);
  show_unknown (self, workload);

  return TRUE;
}

static void
year_cb (KoyomiLoadPage *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_load_page_show (GTK_WIDGET (self), 0, &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The plan could not be read")), error);
}

static gboolean
koyomi_load_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_LOAD_PAGE (widget)->year));
}

static void
koyomi_load_page_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_LOAD_PAGE (object)->workspace);

  G_OBJECT_CLASS (koyomi_load_page_parent_class)->dispose (object);
}

static void
koyomi_load_page_finalize (GObject *object)
{
  g_array_unref (KOYOMI_LOAD_PAGE (object)->years);

  G_OBJECT_CLASS (koyomi_load_page_parent_class)->finalize (object);
}

static void
koyomi_load_page_class_init (KoyomiLoadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_load_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_load_page_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_load_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_load_page_init (KoyomiLoadPage *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (KoyomiFiscalYear));
}

/* The year before this one, this one and the two after it. */
static void
fill_years (KoyomiLoadPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());

  year.year--;
  for (guint i = 0; i < 4; i++, year.year++)
    {
      g_autofree char *name = koyomi_fiscal_year_format (year, get_language (self));

      gtk_string_list_append (names, name);
      g_array_append_val (self->years, year);
    }

  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, 1);
  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (year_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_load_page_new (KoyomiWorkspace *workspace)
{
  KoyomiLoadPage *self = g_object_new (KOYOMI_TYPE_LOAD_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_LOAD_PAGE, "koyomi-load-page", koyomi_workspace_get_language (workspace), children);
  fill_years (self);

  return GTK_WIDGET (self);
}
