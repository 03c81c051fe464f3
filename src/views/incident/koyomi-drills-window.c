#include "koyomi-drills-window.h"

#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"
#include "koyomi-part-list.h"
#include "koyomi-row-table.h"

struct _KoyomiDrillsWindow
{
  KoyomiPlanWindow     parent_instance;

  GtkWidget           *body;
  GtkLabel            *summary;

  GtkWidget           *table;
  GtkWidget           *next;        /* a KoyomiPartList: when drills are due */
  KoyomiDrillCoverage *coverage;    /* as the table shows it */
  GtkWidget           *plan;        /* not owned; NULL when it is gone */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiDrillsWindow, body),
  KOYOMI_UI_CHILD (KoyomiDrillsWindow, summary),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiDrillsWindow, koyomi_drills_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiLanguage
get_language (KoyomiDrillsWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static const char *
tr (KoyomiDrillsWindow *self,
    const char         *text)
{
  return koyomi_tr (get_language (self), text);
}

static char *
format_day (KoyomiDrillsWindow *self,
            guint32             day)
{
  return day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup (tr (self, N_("Never")));
}

static void
take_row (KoyomiDrillsWindow           *self,
          const KoyomiDrillCoverageRow *row)
{
  GStrv cells = g_new0 (char *, 6);

  cells[0] = g_strdup (row->name);
  cells[1] = g_strdup (row->is_covered ? tr (self, N_("✓ Took part")) : tr (self, N_("▲ No drill")));
  cells[2] = format_day (self, row->last_day);
  cells[3] = g_strdup (row->last_title);
  cells[4] = g_strdup_printf ("%u", row->n_drills);
  koyomi_row_table_take_row (KOYOMI_ROW_TABLE (self->table), cells);
}

static void
show_coverage (KoyomiDrillsWindow *self)
{
  KoyomiLanguage language = get_language (self);
  g_autofree char *first = koyomi_day_format (self->coverage->first_day);
  g_autofree char *text = NULL;

  koyomi_row_table_clear (KOYOMI_ROW_TABLE (self->table));
  for (guint i = 0; i < self->coverage->rows->len; i++)
    take_row (self, g_ptr_array_index (self->coverage->rows, i));
  koyomi_row_table_show (KOYOMI_ROW_TABLE (self->table));

  /* Translators: how many teams and outsourcers took part in no drill, how many there are, and since which day */
  text = g_strdup_printf (koyomi_tr (language, N_("%1$u of %2$u teams and outsourcers took part in no drill since %3$s")),
                          self->coverage->n_uncovered, self->coverage->rows->len, first);
  gtk_label_set_label (self->summary, text);
}

static void
take_next (KoyomiDrillsWindow    *self,
           const KoyomiNextDrill *next)
{
  g_autofree char *title = g_strdup_printf ("%s %s", next->number, next->title);
  g_autofree char *day = koyomi_day_format (next->day);
  GtkWidget *row = koyomi_part_row_new (next->incident, day);

  koyomi_part_row_set_below (KOYOMI_PART_ROW (row), title, next->is_late ? "error" : NULL);
  koyomi_part_list_take (KOYOMI_PART_LIST (self->next), row);
}

static gboolean
koyomi_drills_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiDrillsWindow *self = KOYOMI_DRILLS_WINDOW (window);
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  g_autoptr(GPtrArray) next = NULL;
  KoyomiDrillCoverage *coverage;

  if ((coverage = koyomi_session_load_drill_coverage (session, koyomi_day_today (), get_language (self), error)) == NULL)
    return FALSE;

  g_clear_pointer (&self->coverage, koyomi_drill_coverage_free);
  self->coverage = coverage;
  show_coverage (self);
  if ((next = koyomi_session_list_next_drills (session, koyomi_day_today (), get_language (self), error)) == NULL)
    return FALSE;

  koyomi_part_list_clear (KOYOMI_PART_LIST (self->next));
  for (guint i = 0; i < next->len; i++)
    take_next (self, g_ptr_array_index (next, i));
  koyomi_part_list_show (KOYOMI_PART_LIST (self->next));

  return TRUE;
}

/* The window makes way for the board. */
static void
show_incident (KoyomiDrillsWindow *self,
               gint64              incident)
{
  if (incident == 0 || self->plan == NULL)
    return;

  gtk_widget_activate_action (self->plan, "plan.show-incident", "x", incident);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activated_cb (KoyomiDrillsWindow *self)
{
  int index = koyomi_row_table_get_chosen (KOYOMI_ROW_TABLE (self->table));

  if (index >= 0 && index < (int) self->coverage->rows->len)
    show_incident (self, ((KoyomiDrillCoverageRow *) g_ptr_array_index (self->coverage->rows, index))->last_drill);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_incident (KOYOMI_DRILLS_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
koyomi_drills_window_dispose (GObject *object)
{
  KoyomiDrillsWindow *self = KOYOMI_DRILLS_WINDOW (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->coverage, koyomi_drill_coverage_free);
  g_clear_weak_pointer (&self->plan);

  G_OBJECT_CLASS (koyomi_drills_window_parent_class)->dispose (object);
}

static void
koyomi_drills_window_class_init (KoyomiDrillsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_drills_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_drills_window_refresh;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "drills.show", "x", show_action);
}

static void
koyomi_drills_window_init (KoyomiDrillsWindow *self)
{
}

static void
fill (KoyomiDrillsWindow *self)
{
  self->table = koyomi_row_table_new (tr (self, N_("Who took part in a drill")));
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Team or outsourcer")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("In 12 months")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Last on")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Last drill")), FALSE);
  koyomi_row_table_add_column (KOYOMI_ROW_TABLE (self->table), tr (self, N_("Drills")), TRUE);
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), self->table);

  self->next = koyomi_part_list_new (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), tr (self, N_("Next drills")),
                                     tr (self, N_("No drill is due. A drill says itself when the next one is.")));
  koyomi_part_list_set_key (KOYOMI_PART_LIST (self->next), KOYOMI_PART_KEY_ACTIVATE, "drills.show");
  gtk_box_append (GTK_BOX (self->body), self->next);
}

/* @plan: a widget in the view of the plan, whose action “plan.show-incident” shows the drill that is gone to */
void
koyomi_drills_window_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace,
                              GtkWidget       *plan)
{
  KoyomiDrillsWindow *self = g_object_new (KOYOMI_TYPE_DRILLS_WINDOW, NULL);

  g_set_weak_pointer (&self->plan, plan);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-drills-window", children);
  fill (self);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), self->table);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
