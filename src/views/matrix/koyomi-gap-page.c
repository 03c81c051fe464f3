#include "koyomi-gap-page.h"

#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-gap-dialog.h"
#include "koyomi-goal-dialog.h"
#include "koyomi-maturity-line.h"
#include "koyomi-row-table.h"
#include "koyomi-ui.h"

struct _KoyomiGapPage
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  GtkStack            *stack;
  GtkWidget           *place;
  GtkWidget           *goal_button;
  GtkWidget           *make_button;
  GtkWidget           *show_button;

  KoyomiRowTable      *table;
  KoyomiMaturityTable *maturity;    /* NULL until it is shown */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiGapPage, stack),
  KOYOMI_UI_CHILD (KoyomiGapPage, place),
  KOYOMI_UI_CHILD (KoyomiGapPage, goal_button),
  KOYOMI_UI_CHILD (KoyomiGapPage, make_button),
  KOYOMI_UI_CHILD (KoyomiGapPage, show_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiGapPage, koyomi_gap_page, GTK_TYPE_WIDGET)

/* The day until which the goal is to be reached: of the way of doing it that has the goal. */
static guint32
get_target (const KoyomiMaturityRow *row)
{
  guint32 day = KOYOMI_DAY_NONE;

  for (guint i = 0; i < KOYOMI_N_EXECUTIONS && day == KOYOMI_DAY_NONE; i++)
    if (row->modes[i].record != NULL && row->modes[i].levels.to_be == row->score.to_be)
      day = koyomi_record_get_day (row->modes[i].record, KOYOMI_MATURITY_TARGET_DAY);

  return day;
}

static char *
format_target (const KoyomiMaturityRow *row)
{
  guint32 day = get_target (row);

  return day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : g_strdup ("");
}

/* How the activity stands: its state and its days. */
static char *
describe_activity (const KoyomiGapActivity *activity,
                   KoyomiLanguage           language)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;

  if (activity == NULL)
    return g_strdup ("–");

  if (activity->run_id == 0)
    return g_strdup (activity->title);

  first_day = koyomi_day_format (activity->first_day);
  last_day = koyomi_day_format (activity->last_day);

  return g_strdup_printf ("%s %s  %s – %s", koyomi_state_get_glyph (activity->state), koyomi_state_get_label (activity->state, language),
                          first_day, last_day);
}

static void
add_row (KoyomiGapPage           *self,
         const KoyomiMaturityRow *row)
{
  g_autofree char *gap = g_strdup_printf ("+%d", row->score.gap);
  GStrv cells = g_new0 (char *, 6);

  cells[0] = koyomi_maturity_line_name_function (row->function);
  cells[1] = koyomi_row_table_format_heat (gap, koyomi_heat_of_gap (row->score.gap), "");
  cells[2] = g_strdup_printf ("%d → %d", row->score.as_is, row->score.to_be);
  cells[3] = format_target (row);
  cells[4] = describe_activity (row->activity, koyomi_workspace_get_language (self->workspace));
  koyomi_row_table_take_row (self->table, cells);
}

/* Returns: (transfer container) (element-type KoyomiMaturityRow): the gaps that are chosen */
static GPtrArray *
list_chosen (KoyomiGapPage *self)
{
  g_autoptr(GArray) rows = koyomi_row_table_list_chosen (self->table);
  GPtrArray *gaps = g_ptr_array_new ();

  for (guint i = 0; i < rows->len && self->maturity != NULL; i++)
    if (g_array_index (rows, guint, i) < self->maturity->gaps->len)
      g_ptr_array_add (gaps, g_ptr_array_index (self->maturity->gaps, g_array_index (rows, guint, i)));

  return gaps;
}

/* Returns: (nullable): the gap that is chosen; NULL for several */
static const KoyomiMaturityRow *
get_chosen (KoyomiGapPage *self)
{
  g_autoptr(GPtrArray) gaps = list_chosen (self);

  return gaps->len == 1 ? g_ptr_array_index (gaps, 0) : NULL;
}

static void
update_buttons (KoyomiGapPage *self)
{
  const KoyomiMaturityRow *row = get_chosen (self);
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);
  gboolean is_worked_on = row != NULL && row->activity != NULL && row->activity->is_open;

  gtk_widget_set_sensitive (self->goal_button, can_edit && koyomi_row_table_get_chosen (self->table) >= 0);
  gtk_widget_set_sensitive (self->make_button, row != NULL && !is_worked_on && can_edit);
  gtk_widget_set_sensitive (self->show_button, row != NULL && row->activity != NULL && row->activity->run_id != 0);
}

/* Shows the gaps of that catalogue as they stand. */
gboolean
koyomi_gap_page_show (GtkWidget  *page,
                      gint64      catalogue,
                      GError    **error)
{
  KoyomiGapPage *self = KOYOMI_GAP_PAGE (page);
  KoyomiMaturityTable *maturity = koyomi_session_load_maturity (koyomi_workspace_get_session (self->workspace), catalogue,
                                                                koyomi_day_today (), koyomi_workspace_get_language (self->workspace),
                                                                error);

  if (maturity == NULL)
    return FALSE;

  g_clear_pointer (&self->maturity, koyomi_maturity_table_free);
  self->maturity = maturity;
  koyomi_row_table_clear (self->table);
  for (guint i = 0; i < maturity->gaps->len; i++)
    add_row (self, g_ptr_array_index (maturity->gaps, i));
  koyomi_row_table_show (self->table);
  gtk_stack_set_visible_child_name (self->stack, maturity->gaps->len > 0 ? "gaps" : "none");

  return TRUE;
}

static void
make_cb (KoyomiGapPage *self)
{
  const KoyomiMaturityRow *row = get_chosen (self);

  if (row != NULL)
    koyomi_gap_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, row->function);
}

/* What the first of them has is proposed for all. */
static void
goal_cb (KoyomiGapPage *self)
{
  g_autoptr(GPtrArray) gaps = list_chosen (self);
  g_autoptr(GArray) functions = g_array_new (FALSE, FALSE, sizeof (gint64));
  const KoyomiMaturityRow *first;

  for (guint i = 0; i < gaps->len; i++)
    {
      gint64 id = koyomi_record_get_id (((const KoyomiMaturityRow *) g_ptr_array_index (gaps, i))->function);

      g_array_append_val (functions, id);
    }
  if (functions->len == 0)
    return;

  first = g_ptr_array_index (gaps, 0);
  koyomi_goal_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, functions, first->score.to_be,
                              get_target (first));
}

static void
show_cb (KoyomiGapPage *self)
{
  const KoyomiMaturityRow *row = get_chosen (self);

  if (row != NULL && row->activity != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "maturity.show-run", "x", row->activity->run_id);
}

/* Enter does what there is to do about the gap. */
static void
activated_cb (KoyomiGapPage *self)
{
  if (gtk_widget_get_sensitive (self->show_button))
    show_cb (self);
  else if (gtk_widget_get_sensitive (self->make_button))
    make_cb (self);
}

static gboolean
koyomi_gap_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_GAP_PAGE (widget)->table));
}

static void
koyomi_gap_page_dispose (GObject *object)
{
  KoyomiGapPage *self = KOYOMI_GAP_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->maturity, koyomi_maturity_table_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_gap_page_parent_class)->dispose (object);
}

static void
koyomi_gap_page_class_init (KoyomiGapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_gap_page_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_gap_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_gap_page_init (KoyomiGapPage *self)
{
}

GtkWidget *
koyomi_gap_page_new (KoyomiWorkspace *workspace)
{
  KoyomiGapPage *self = g_object_new (KOYOMI_TYPE_GAP_PAGE, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_GAP_PAGE, "koyomi-gap-page", language, children);
  self->table = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_tr (language, N_("Gaps of maturity"))));
  koyomi_row_table_set_multiple (self->table);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Function")), FALSE);
  koyomi_row_table_add_heat_column (self->table, koyomi_tr (language, N_("Gap")), language);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Levels")), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Goal until")), TRUE);
  koyomi_row_table_add_column (self->table, koyomi_tr (language, N_("Activity")), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_prepend (GTK_BOX (self->place), GTK_WIDGET (self->table));

  g_signal_connect_object (self->table, "chosen", G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal_button, "clicked", G_CALLBACK (goal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->make_button, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show_button, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
