#include "koyomi-clocks-window.h"

#include "koyomi-clock-dialog.h"
#include "koyomi-clock-edit.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-report-draft.h"

/* The row at a place shows whatever duty stands there. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *name;
  GtkWidget *rule;
} Line;

struct _KoyomiClocksWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *add_button;
  GtkWidget        *disclaimer;
  GtkListBox       *list;
  GtkStack         *stack;
  GtkWidget        *heading;
  GtkWidget        *rule;
  GtkWidget        *change_button;
  GtkWidget        *delete_button;
  GtkWidget        *used;
  GtkWidget        *facts;         /* a grid of captions and values */

  KoyomiClockTable *table;
  GArray           *lines;         /* (element-type Line) */
  gint64            selected;      /* the duty that is shown; 0 for none */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiClocksWindow, add_button),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, disclaimer),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, list),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, stack),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, heading),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, rule),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, change_button),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, delete_button),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, used),
  KOYOMI_UI_CHILD (KoyomiClocksWindow, facts),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiClocksWindow, koyomi_clocks_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiSession *
get_session (KoyomiClocksWindow *self)
{
  return koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiLanguage
get_language (KoyomiClocksWindow *self)
{
  return koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));
}

static KoyomiWorkspace *
get_workspace (KoyomiClocksWindow *self)
{
  return koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));
}

static GPtrArray *
get_clocks (KoyomiClocksWindow *self)
{
  return koyomi_clock_table_get_clocks (self->table);
}

/* Returns: the place of the duty that is shown; -1 when there is none */
static int
find_selected (KoyomiClocksWindow *self)
{
  GPtrArray *clocks = get_clocks (self);

  for (guint i = 0; i < clocks->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (clocks, i)) == self->selected)
      return i;

  return -1;
}

static char *
describe_rule (KoyomiClocksWindow *self,
               KoyomiRecord       *clock)
{
  g_auto(KoyomiClock) rule = { 0 };
  g_autofree char *text = NULL;

  if (!koyomi_clock_read (&rule, clock, NULL))
    return g_strdup (koyomi_tr (get_language (self), N_("△ The limit cannot be read: enter it anew")));

  text = koyomi_clock_describe (&rule, get_language (self));

  return koyomi_record_get_int (clock, KOYOMI_CLOCK_OFF) == 0
         ? g_steal_pointer (&text) : g_strdup_printf ("%s · %s", koyomi_tr (get_language (self), N_("Off")), text);
}

static char *
name_clock (KoyomiClocksWindow *self,
            KoyomiRecord       *clock)
{
  return koyomi_incident_clock_dup_title (&(KoyomiIncidentClock) { .clock = clock }, get_language (self));
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_line (KoyomiClocksWindow *self)
{
  Line line = { gtk_list_box_row_new (), make_label ("heading"), make_label ("caption") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), line.name);
  gtk_box_append (GTK_BOX (box), line.rule);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line.row), box);
  gtk_list_box_append (self->list, line.row);
  g_array_append_val (self->lines, line);
}

static void
show_line (KoyomiClocksWindow *self,
           Line               *line,
           KoyomiRecord       *clock)
{
  g_autofree char *name = name_clock (self, clock);
  g_autofree char *rule = describe_rule (self, clock);

  gtk_label_set_label (GTK_LABEL (line->name), name);
  gtk_label_set_label (GTK_LABEL (line->rule), rule);
  if (koyomi_record_get_int (clock, KOYOMI_CLOCK_OFF) == 0)
    gtk_widget_remove_css_class (line->name, "dim-label");
  else
    gtk_widget_add_css_class (line->name, "dim-label");
}

static void
show_lines (KoyomiClocksWindow *self)
{
  GPtrArray *clocks = get_clocks (self);

  for (guint i = 0; i < clocks->len; i++)
    {
      if (i == self->lines->len)
        add_line (self);
      show_line (self, &g_array_index (self->lines, Line, i), g_ptr_array_index (clocks, i));
    }

  while (self->lines->len > clocks->len)
    {
      gtk_list_box_remove (self->list, g_array_index (self->lines, Line, self->lines->len - 1).row);
      g_array_set_size (self->lines, self->lines->len - 1);
    }
}

/* A value can be selected and copied, the address of its source above all: Koyomi opens none. */
static void
add_fact (KoyomiClocksWindow *self,
          const char         *caption,
          const char         *value)
{
  GtkWidget *name = gtk_label_new (koyomi_tr (get_language (self), caption));
  GtkWidget *text = gtk_label_new (value);
  int row = 0;

  if (*value == '\0')
    {
      g_object_unref (g_object_ref_sink (name));
      g_object_unref (g_object_ref_sink (text));
      return;
    }

  while (gtk_grid_get_child_at (GTK_GRID (self->facts), 0, row) != NULL)
    row++;
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (GTK_GRID (self->facts), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->facts), text, 1, row, 1, 1);
}

static void
add_items (KoyomiClocksWindow *self,
           KoyomiRecord       *clock)
{
  g_auto(GStrv) codes = g_strsplit (koyomi_record_get_text (clock, KOYOMI_CLOCK_ITEMS), " ", -1);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0')
      g_string_append_printf (names, "%s%s", names->len > 0 ? koyomi_tr (get_language (self), N_(", ")) : "",
                              koyomi_report_item_get_label (codes[i], get_language (self)));
  add_fact (self, N_("What it must hold"), names->str);
}

static void
show_facts (KoyomiClocksWindow *self,
            KoyomiRecord       *clock)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->facts)) != NULL)
    gtk_grid_remove (GTK_GRID (self->facts), child);
  add_fact (self, N_("When"), koyomi_record_get_text (clock, KOYOMI_CLOCK_TRIGGER_TEXT));
  add_fact (self, N_("To whom"), koyomi_record_get_text (clock, KOYOMI_CLOCK_RECIPIENT));
  add_items (self, clock);
  add_fact (self, N_("Legal basis"), koyomi_record_get_text (clock, KOYOMI_CLOCK_LEGAL_BASIS));
  add_fact (self, N_("Source"), koyomi_record_get_text (clock, KOYOMI_CLOCK_SOURCE_URL));
  add_fact (self, N_("Time zone"), koyomi_record_get_text (clock, KOYOMI_CLOCK_TIME_ZONE));
  add_fact (self, N_("Note"), koyomi_record_get_text (clock, KOYOMI_CLOCK_NOTE));
}

static void
show_selected (KoyomiClocksWindow *self)
{
  int place = find_selected (self);
  gboolean can_edit = koyomi_workspace_can_edit (get_workspace (self));
  KoyomiRecord *clock = place >= 0 ? g_ptr_array_index (get_clocks (self), place) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *rule = NULL;

  gtk_stack_set_visible_child_name (self->stack, clock != NULL ? "clock" : "none");
  if (clock == NULL)
    return;

  name = name_clock (self, clock);
  rule = describe_rule (self, clock);
  gtk_label_set_label (GTK_LABEL (self->heading), name);
  gtk_label_set_label (GTK_LABEL (self->rule), rule);
  gtk_switch_set_active (GTK_SWITCH (self->used), koyomi_record_get_int (clock, KOYOMI_CLOCK_OFF) == 0);
  gtk_widget_set_sensitive (self->used, can_edit);
  gtk_widget_set_sensitive (self->change_button, can_edit);
  gtk_widget_set_sensitive (self->delete_button, can_edit && koyomi_session_can_delete_clock (get_session (self), self->selected));
  show_facts (self, clock);
}

static gboolean
koyomi_clocks_window_refresh (KoyomiPlanWindow  *window,
                              GError           **error)
{
  KoyomiClocksWindow *self = KOYOMI_CLOCKS_WINDOW (window);
  KoyomiClockTable *table = koyomi_session_load_clock_table (get_session (self), get_language (self), error);

  if (table == NULL)
    return FALSE;

  g_clear_pointer (&self->table, koyomi_clock_table_free);
  self->table = table;
  if (find_selected (self) < 0)
    self->selected = get_clocks (self)->len > 0 ? koyomi_record_get_id (g_ptr_array_index (get_clocks (self), 0)) : 0;

  self->is_refreshing = TRUE;
  show_lines (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, find_selected (self)));
  show_selected (self);
  self->is_refreshing = FALSE;

  return TRUE;
}

static void
row_selected_cb (KoyomiClocksWindow *self,
                 GtkListBoxRow      *row)
{
  if (self->is_refreshing || row == NULL)
    return;

  self->is_refreshing = TRUE;
  self->selected = koyomi_record_get_id (g_ptr_array_index (get_clocks (self), gtk_list_box_row_get_index (row)));
  show_selected (self);
  self->is_refreshing = FALSE;
}

static void
used_cb (KoyomiClocksWindow *self)
{
  gboolean off = !gtk_switch_get_active (GTK_SWITCH (self->used));
  g_autoptr(GError) error = NULL;

  if (!self->is_refreshing && !koyomi_session_set_clock_off (get_session (self), self->selected, off, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The change was not saved")), error);
}

/* A duty that was just added is shown once the plan's change is. */
static void
saved_cb (gint64   clock,
          gpointer data)
{
  KOYOMI_CLOCKS_WINDOW (data)->selected = clock;
}

static void
add_cb (KoyomiClocksWindow *self)
{
  koyomi_clock_dialog_present (GTK_WINDOW (self), get_workspace (self), 0, saved_cb, self);
}

static void
change_cb (KoyomiClocksWindow *self)
{
  koyomi_clock_dialog_present (GTK_WINDOW (self), get_workspace (self), self->selected, saved_cb, self);
}

static void
delete_cb (KoyomiClocksWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_delete_clock (get_session (self), self->selected, get_language (self), &error))
    koyomi_plan_window_fail (KOYOMI_PLAN_WINDOW (self), koyomi_tr (get_language (self), N_("The reporting duty was not deleted")), error);
}

static void
koyomi_clocks_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_clocks_window_parent_class)->dispose (object);
}

static void
koyomi_clocks_window_finalize (GObject *object)
{
  KoyomiClocksWindow *self = KOYOMI_CLOCKS_WINDOW (object);

  g_clear_pointer (&self->table, koyomi_clock_table_free);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (koyomi_clocks_window_parent_class)->finalize (object);
}

static void
koyomi_clocks_window_class_init (KoyomiClocksWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_clocks_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_clocks_window_finalize;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_clocks_window_refresh;
}

static void
koyomi_clocks_window_init (KoyomiClocksWindow *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

void
koyomi_clocks_window_present (GtkWindow       *parent,
                              KoyomiWorkspace *workspace)
{
  KoyomiClocksWindow *self = g_object_new (KOYOMI_TYPE_CLOCKS_WINDOW, NULL);

  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-clocks-window", children);
  gtk_label_set_label (GTK_LABEL (self->disclaimer), koyomi_clock_table_get_disclaimer (koyomi_workspace_get_language (workspace)));
  gtk_widget_set_sensitive (self->add_button, koyomi_workspace_can_edit (workspace));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->used, "notify::active", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->change_button, "clicked", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delete_button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->list));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
