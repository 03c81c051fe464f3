#include "koyomi-incident-clocks-view.h"

#include "koyomi-clock-law.h"
#include "koyomi-clock-row.h"
#include "koyomi-day.h"
#include "koyomi-decision-dialog.h"
#include "koyomi-draft-window.h"
#include "koyomi-filing-dialog.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-ui.h"

/* Seconds after which what is left is told anew. */
#define TICK 60

struct _KoyomiIncidentClocksView
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  gint64            incident;       /* 0 for none */
  guint             tick_id;
  GtkWidget        *box;
  GtkWidget        *practice;
  GtkWidget        *empty;
  GtkWidget        *open;           /* rows of what is due, late or sent */
  GtkWidget        *decide_button;
  GtkWidget        *waiting;        /* a line for each law on which nobody has decided */
  GtkWidget        *waiting_list;
  GtkWidget        *refused;        /* rows of what does not apply */
  GtkWidget        *refused_list;
  GtkWidget        *disclaimer;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, box),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, practice),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, empty),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, open),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, decide_button),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, waiting),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, waiting_list),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, refused),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, refused_list),
  KOYOMI_UI_CHILD (KoyomiIncidentClocksView, disclaimer),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentClocksView, koyomi_incident_clocks_view, GTK_TYPE_WIDGET)

/* Rows stay where they are, so that the focus does. Returns: (transfer none): the row at a place of the list */
static GtkWidget *
take_row (KoyomiIncidentClocksView *self,
          GtkWidget                *list,
          guint                     place)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (guint i = 0; row != NULL && i < place; i++)
    row = gtk_widget_get_next_sibling (row);

  if (row == NULL)
    {
      row = list == self->waiting_list ? koyomi_clock_law_new (self->workspace) : koyomi_clock_row_new (self->workspace);
      gtk_box_append (GTK_BOX (list), row);
    }

  return row;
}

static void
drop_rows (GtkWidget *list,
           guint      n_wanted)
{
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (guint i = 0; row != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (i >= n_wanted)
        gtk_box_remove (GTK_BOX (list), row);
      row = next;
    }
}

static gboolean
is_judged (const KoyomiIncidentClock *clock)
{
  return clock->state != KOYOMI_CLOCK_STATE_NOT_JUDGED && clock->state != KOYOMI_CLOCK_STATE_NOT_APPLICABLE;
}

static int
compare_clocks (gconstpointer a,
                gconstpointer b)
{
  const KoyomiIncidentClock *first = *(const KoyomiIncidentClock * const *) a;
  const KoyomiIncidentClock *second = *(const KoyomiIncidentClock * const *) b;
  gboolean first_sent = first->state == KOYOMI_CLOCK_STATE_FILED;
  gboolean second_sent = second->state == KOYOMI_CLOCK_STATE_FILED;
  gint64 first_left = koyomi_incident_clock_get_left (first, 0);
  gint64 second_left = koyomi_incident_clock_get_left (second, 0);

  if (first_sent != second_sent)
    return first_sent - second_sent;

  return (first_left > second_left) - (first_left < second_left);
}

static guint
show_rows (KoyomiIncidentClocksView *self,
           GtkWidget                *list,
           GPtrArray                *shown,
           gint64                    now)
{
  for (guint i = 0; i < shown->len; i++)
    koyomi_clock_row_show (KOYOMI_CLOCK_ROW (take_row (self, list, i)), g_ptr_array_index (shown, i), now);
  drop_rows (list, shown->len);

  return shown->len;
}

/* What presses first; what is sent stands last. */
static guint
show_open (KoyomiIncidentClocksView *self,
           KoyomiIncidentClocks     *clocks)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);

      if (!clock->gives_way && is_judged (clock))
        g_ptr_array_add (shown, clock);
    }
  g_ptr_array_sort (shown, compare_clocks);

  return show_rows (self, self->open, shown, clocks->now);
}

static guint
show_refused (KoyomiIncidentClocksView *self,
              KoyomiIncidentClocks     *clocks)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);

      if (clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE)
        g_ptr_array_add (shown, clock);
    }

  return show_rows (self, self->refused_list, shown, clocks->now);
}

static guint
show_waiting (KoyomiIncidentClocksView *self,
              KoyomiIncidentClocks     *clocks)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint n = 0;

  for (guint i = 0; i < clocks->clocks->len; i++)
    {
      KoyomiIncidentClock *clock = g_ptr_array_index (clocks->clocks, i);

      if (clock->state == KOYOMI_CLOCK_STATE_NOT_JUDGED && g_hash_table_add (seen, koyomi_clock_law_dup_name (clock->clock, language)))
        koyomi_clock_law_show (KOYOMI_CLOCK_LAW (take_row (self, self->waiting_list, n++)), clock);
    }
  drop_rows (self->waiting_list, n);

  return n;
}

static void
label_expander (KoyomiIncidentClocksView *self,
                GtkWidget                *expander,
                const char               *text,
                guint                     n)
{
  g_autofree char *label = g_strdup_printf ("%s (%u)", koyomi_workspace_tr (self->workspace, text), n);

  gtk_expander_set_label (GTK_EXPANDER (expander), label);
  gtk_widget_set_visible (expander, n > 0);
}

/* That nothing is due is no comfort while nobody has decided. */
static void
show (KoyomiIncidentClocksView *self,
      KoyomiIncidentClocks     *clocks)
{
  guint n_open = show_open (self, clocks), n_waiting = show_waiting (self, clocks), n_refused = show_refused (self, clocks);
  const char *text = n_waiting > 0 && n_refused == 0 ? N_("Nobody has decided yet whether it must be reported.")
                                                     : N_("Nothing is to be reported as far as was decided.");

  gtk_widget_set_visible (self->practice, clocks->is_practice);
  gtk_widget_set_visible (self->empty, n_open == 0);
  gtk_label_set_label (GTK_LABEL (self->empty), koyomi_workspace_tr (self->workspace, text));
  label_expander (self, self->waiting, N_("Not judged yet"), n_waiting);
  label_expander (self, self->refused, N_("Need not be reported"), n_refused);
}

static void
refresh (KoyomiIncidentClocksView *self)
{
  g_autoptr(KoyomiIncidentClocks) clocks = NULL;

  if (self->incident != 0)
    clocks = koyomi_session_load_incident_clocks (koyomi_workspace_get_session (self->workspace), self->incident, koyomi_time_now (),
                                                  koyomi_workspace_get_language (self->workspace), NULL);
  gtk_widget_set_visible (self->box, clocks != NULL);
  if (clocks != NULL)
    show (self, clocks);
}

static gboolean
tick_cb (gpointer data)
{
  refresh (data);

  return G_SOURCE_CONTINUE;
}

static void
koyomi_incident_clocks_view_map (GtkWidget *widget)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  GTK_WIDGET_CLASS (koyomi_incident_clocks_view_parent_class)->map (widget);
  self->tick_id = g_timeout_add_seconds (TICK, tick_cb, self);
}

static void
koyomi_incident_clocks_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&KOYOMI_INCIDENT_CLOCKS_VIEW (widget)->tick_id, g_source_remove);

  GTK_WIDGET_CLASS (koyomi_incident_clocks_view_parent_class)->unmap (widget);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  koyomi_filing_dialog_present (get_window (widget), self->workspace, self->incident, g_variant_get_int64 (parameter));
}

static void
draft_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  koyomi_draft_window_present (get_window (widget), self->workspace, self->incident, g_variant_get_int64 (parameter));
}

static void
set_due_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  koyomi_report_due_dialog_present (get_window (widget), self->workspace, self->incident, g_variant_get_int64 (parameter));
}

static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  koyomi_decision_dialog_present (get_window (widget), self->workspace, self->incident, g_variant_get_int64 (parameter));
}

static void
koyomi_incident_clocks_view_dispose (GObject *object)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  koyomi_ui_clear (object, children);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_incident_clocks_view_parent_class)->dispose (object);
}

static void
koyomi_incident_clocks_view_class_init (KoyomiIncidentClocksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_clocks_view_dispose;
  widget_class->map = koyomi_incident_clocks_view_map;
  widget_class->unmap = koyomi_incident_clocks_view_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  gtk_widget_class_install_action (widget_class, "clock.file", "x", file_action);
  gtk_widget_class_install_action (widget_class, "clock.draft", "x", draft_action);
  gtk_widget_class_install_action (widget_class, "clock.set-due", "x", set_due_action);
  gtk_widget_class_install_action (widget_class, "clock.decide", "x", decide_action);
}

static void
koyomi_incident_clocks_view_init (KoyomiIncidentClocksView *self)
{
}

GtkWidget *
koyomi_incident_clocks_view_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentClocksView *self = g_object_new (KOYOMI_TYPE_INCIDENT_CLOCKS_VIEW, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_INCIDENT_CLOCKS_VIEW, "koyomi-incident-clocks-view", language, children);
  gtk_label_set_label (GTK_LABEL (self->disclaimer), koyomi_clock_table_get_disclaimer (language));
  gtk_widget_set_tooltip_text (self->disclaimer, koyomi_clock_table_get_disclaimer (language));
  gtk_widget_set_visible (self->decide_button, koyomi_workspace_can_edit (workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Reporting clocks"), -1);

  return GTK_WIDGET (self);
}

/* Shows the incident as the plan has it now; whoever shows the section calls it again when that has changed. */
void
koyomi_incident_clocks_view_set_incident (GtkWidget *widget,
                                          gint64     incident)
{
  KoyomiIncidentClocksView *self = KOYOMI_INCIDENT_CLOCKS_VIEW (widget);

  if (incident != self->incident)
    {
      gtk_expander_set_expanded (GTK_EXPANDER (self->waiting), FALSE);
      gtk_expander_set_expanded (GTK_EXPANDER (self->refused), FALSE);
    }
  self->incident = incident;
  refresh (self);
}
