#include "koyomi-attention-panel.h"

#include "koyomi-attention-row.h"
#include "koyomi-day.h"
#include "koyomi-ui.h"

enum
{
  HEADING_REPORTS,
  HEADING_LATE,
  HEADING_SOON,
  HEADING_COMMITTEE,
  HEADING_DRILLS,
  HEADING_DEADLINES,
  N_HEADINGS
};

struct _KoyomiAttentionPanel
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  GtkWidget           *meeting_button;
  GtkLabel            *meeting_label;
  GtkLabel            *meeting_days_label;
  GtkListView         *list;

  KoyomiAttentionRow  *headings[N_HEADINGS];
  GListStore          *shown;                 /* (element-type KoyomiAttentionRow): the headings that have something below them */
  GtkTreeListModel    *tree;
  gboolean             has_taken_over;        /* the first that is shown is unfolded as another panel had it */
  gboolean             was_unfolded[N_HEADINGS];
  guint                load_id;               /* of the source that will load; 0 while nothing is to be loaded */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiAttentionPanel, meeting_button),
  KOYOMI_UI_CHILD (KoyomiAttentionPanel, meeting_label),
  KOYOMI_UI_CHILD (KoyomiAttentionPanel, meeting_days_label),
  KOYOMI_UI_CHILD (KoyomiAttentionPanel, list),
  KOYOMI_UI_END
};

enum
{
  SIGNAL_RUN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiAttentionPanel, koyomi_attention_panel, GTK_TYPE_WIDGET)

static void
show_meeting (KoyomiAttentionPanel    *self,
              const KoyomiNextMeeting *meeting)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *day = NULL;
  g_autofree char *days = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->meeting_button, meeting != NULL);
  if (meeting == NULL)
    return;

  day = koyomi_day_format (meeting->day);
  if (meeting->days_left == 0)
    /* Translators: %s is today, such as 2026-09-10 */
    days = g_strdup_printf (koyomi_tr (language, N_("Today, %s")), day);
  else
    /* Translators: %d is how long it is until the day %s, such as 2026-09-10 */
    days = g_strdup_printf (koyomi_ntr (language, "In %d day, %s", "In %d days, %s", meeting->days_left), meeting->days_left, day);

  text = g_strdup_printf ("%s\n%s", meeting->title, days);
  gtk_label_set_label (self->meeting_label, meeting->title);
  gtk_label_set_label (self->meeting_days_label, days);
  gtk_widget_set_tooltip_text (self->meeting_button, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->meeting_button), "x", meeting->meeting_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->meeting_button), "plan.show-meeting");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meeting_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Returns: where the heading stands or would stand among those that are shown */
static guint
find_place (KoyomiAttentionPanel *self,
            guint                 heading)
{
  guint place = 0;

  for (guint i = 0; i < heading; i++)
    place += g_list_store_find (self->shown, self->headings[i], NULL);

  return place;
}

static gboolean
is_unfolded (KoyomiAttentionPanel *self,
             guint                 heading)
{
  g_autoptr(GtkTreeListRow) row = NULL;

  if (!g_list_store_find (self->shown, self->headings[heading], NULL))
    return FALSE;

  row = gtk_tree_list_model_get_child_row (self->tree, find_place (self, heading));

  return gtk_tree_list_row_get_expanded (row);
}

/* Only as long as something stands below it. One that comes stands in its place among the others, unfolded where @unfolds. */
static void
show_heading (KoyomiAttentionPanel *self,
              guint                 heading,
              gboolean              unfolds)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (koyomi_attention_row_get_runs (self->headings[heading]))) == 0;
  guint place = find_place (self, heading);
  g_autoptr(GtkTreeListRow) row = NULL;

  if (is_empty != g_list_store_find (self->shown, self->headings[heading], NULL))
    return;

  if (is_empty)
    {
      g_list_store_remove (self->shown, place);
      return;
    }

  g_list_store_insert (self->shown, place, self->headings[heading]);
  row = gtk_tree_list_model_get_child_row (self->tree, place);
  gtk_tree_list_row_set_expanded (row, self->has_taken_over ? self->was_unfolded[heading] : unfolds);
}

/* Puts the runs under the heading, in one go. */
static void
show_runs (KoyomiAttentionPanel *self,
           guint                 heading,
           GPtrArray            *items,
           guint32               today)
{
  GListStore *store = koyomi_attention_row_get_runs (self->headings[heading]);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (rows, koyomi_attention_row_new_run (g_ptr_array_index (items, i), today,
                                                         koyomi_workspace_get_language (self->workspace)));

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata, rows->len);
  show_heading (self, heading, heading == HEADING_LATE);
}

/* What authorities must be told; unfolded by itself when something is late. */
static void
show_reports (KoyomiAttentionPanel *self,
              GPtrArray            *clocks)
{
  GListStore *store = koyomi_attention_row_get_runs (self->headings[HEADING_REPORTS]);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = koyomi_time_now ();
  gboolean is_late = FALSE;

  for (guint i = 0; i < clocks->len; i++)
    {
      const KoyomiOpenClock *open = g_ptr_array_index (clocks, i);

      g_ptr_array_add (rows, koyomi_attention_row_new_report (open, now, koyomi_workspace_get_language (self->workspace)));
      is_late = is_late || open->clock->state == KOYOMI_CLOCK_STATE_LATE;
    }

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata, rows->len);
  show_heading (self, HEADING_REPORTS, is_late);
}

static void
show_drills (KoyomiAttentionPanel *self,
             GPtrArray            *drills,
             guint32               today)
{
  GListStore *store = koyomi_attention_row_get_runs (self->headings[HEADING_DRILLS]);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < drills->len; i++)
    g_ptr_array_add (rows, koyomi_attention_row_new_drill (g_ptr_array_index (drills, i), today,
                                                           koyomi_workspace_get_language (self->workspace)));

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata, rows->len);
  show_heading (self, HEADING_DRILLS, FALSE);
}

/* What is dated in the registers. */
static void
show_deadlines (KoyomiAttentionPanel *self,
                GPtrArray            *deadlines,
                guint32               today)
{
  GListStore *store = koyomi_attention_row_get_runs (self->headings[HEADING_DEADLINES]);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < deadlines->len; i++)
    g_ptr_array_add (rows, koyomi_attention_row_new_deadline (g_ptr_array_index (deadlines, i), today,
                                                              koyomi_workspace_get_language (self->workspace)));

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), rows->pdata, rows->len);
  show_heading (self, HEADING_DEADLINES, FALSE);
}

static gboolean
load_cb (gpointer data)
{
  KoyomiAttentionPanel *self = data;
  g_autoptr(KoyomiAttention) attention = NULL;
  g_autoptr(GError) error = NULL;

  self->load_id = 0;
  attention = koyomi_session_load_attention (koyomi_workspace_get_session (self->workspace),
                                             koyomi_workspace_get_language (self->workspace), &error);
  if (attention == NULL)
    {
      koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The plan could not be read")), error);
      return G_SOURCE_REMOVE;
    }

  show_meeting (self, attention->next_meeting);
  show_reports (self, attention->clocks);
  show_runs (self, HEADING_LATE, attention->late, attention->today);
  show_runs (self, HEADING_SOON, attention->due_soon, attention->today);
  show_runs (self, HEADING_COMMITTEE, attention->before_committee, attention->today);
  show_drills (self, attention->drills, attention->today);
  show_deadlines (self, attention->deadlines, attention->today);
  self->has_taken_over = FALSE;

  return G_SOURCE_REMOVE;
}

static void
load_soon (KoyomiAttentionPanel *self)
{
  if (self->load_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->load_id = g_idle_add_full (G_PRIORITY_LOW, load_cb, self, NULL);
}

/* The frame that is drawn now comes first. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  load_soon (KOYOMI_ATTENTION_PANEL (widget));

  return G_SOURCE_REMOVE;
}

static void
koyomi_attention_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_attention_panel_parent_class)->map (widget);

  gtk_widget_add_tick_callback (widget, first_frame_cb, NULL, NULL);
}

static void
koyomi_attention_panel_dispose (GObject *object)
{
  KoyomiAttentionPanel *self = KOYOMI_ATTENTION_PANEL (object);

  g_clear_handle_id (&self->load_id, g_source_remove);
  koyomi_ui_clear (self, children);
  for (guint i = 0; i < N_HEADINGS; i++)
    g_clear_object (&self->headings[i]);
  g_clear_object (&self->tree);
  g_clear_object (&self->shown);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_attention_panel_parent_class)->dispose (object);
}

static void
koyomi_attention_panel_class_init (KoyomiAttentionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_attention_panel_dispose;
  widget_class->map = koyomi_attention_panel_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_RUN_ACTIVATED] = g_signal_new ("run-activated", KOYOMI_TYPE_ATTENTION_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
koyomi_attention_panel_init (KoyomiAttentionPanel *self)
{
}

static GtkLabel *
add_label (GtkWidget         *box,
           const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/* A heading's row has its name and how many there are. */
static GtkWidget *
make_heading (void)
{
  static const char *const name_classes[] = { "caption-heading", NULL };
  static const char *const count_classes[] = { "numeric", "caption-heading", "koyomi-number", NULL };

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLabel *name = add_label (box, name_classes);
  GtkLabel *count = add_label (box, count_classes);

  gtk_widget_set_hexpand (GTK_WIDGET (name), TRUE);
  gtk_label_set_xalign (count, 0.5);
  gtk_label_set_ellipsize (count, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (GTK_WIDGET (count), GTK_ALIGN_CENTER);

  return box;
}

/* A run's row has three lines: its title, its place and when it is due. */
static GtkWidget *
make_run (void)
{
  static const char *const title_classes[] = { NULL };
  static const char *const place_classes[] = { "caption", "dim-label", NULL };
  static const char *const due_classes[] = { "caption", "numeric", NULL };

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *due;

  add_label (box, title_classes);
  add_label (box, place_classes);
  due = add_label (box, due_classes);
  /* With large text the day takes all of the line. */
  gtk_label_set_wrap (due, TRUE);
  gtk_label_set_lines (due, 2);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

/* The list makes two hundred rows for a plan that has as many runs to tell of: too many to read a description for each. */
static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           KoyomiAttentionPanel     *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_indent_for_icon (GTK_TREE_EXPANDER (expander), FALSE);
  gtk_list_item_set_child (item, expander);
}

static GtkLabel *
get_label (GtkWidget *expander,
           guint      index)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));

  for (guint i = 0; i < index; i++)
    label = gtk_widget_get_next_sibling (label);

  return GTK_LABEL (label);
}

static void
count_changed_cb (GtkWidget  *expander,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListModel *runs)
{
  g_autofree char *count = g_strdup_printf ("%u", g_list_model_get_n_items (runs));

  gtk_label_set_label (get_label (expander, 1), count);
}

static void
bind_heading (GtkWidget          *expander,
              KoyomiAttentionRow *row)
{
  GListModel *runs = G_LIST_MODEL (koyomi_attention_row_get_runs (row));

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), make_heading ());
  gtk_label_set_label (get_label (expander, 0), koyomi_attention_row_get_title (row));
  gtk_widget_set_tooltip_text (expander, koyomi_attention_row_get_title (row));
  g_signal_connect_object (runs, "items-changed", G_CALLBACK (count_changed_cb), expander, G_CONNECT_SWAPPED);
  count_changed_cb (expander, 0, 0, 0, runs);
}

static void
bind_run (GtkWidget          *expander,
          KoyomiAttentionRow *row)
{
  GtkWidget *child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  g_autofree char *tooltip = g_strdup_printf ("%s\n%s\n%s", koyomi_attention_row_get_title (row),
                                              koyomi_attention_row_get_place (row), koyomi_attention_row_get_due (row));
  GtkLabel *due;

  if (child == NULL || gtk_orientable_get_orientation (GTK_ORIENTABLE (child)) != GTK_ORIENTATION_VERTICAL)
    gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), make_run ());

  due = get_label (expander, 2);
  gtk_label_set_label (get_label (expander, 0), koyomi_attention_row_get_title (row));
  gtk_label_set_label (get_label (expander, 1), koyomi_attention_row_get_place (row));
  gtk_label_set_label (due, koyomi_attention_row_get_due (row));
  gtk_widget_set_tooltip_text (expander, tooltip);

  gtk_widget_remove_css_class (GTK_WIDGET (due), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (due), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (due), koyomi_attention_row_get_state (row) == KOYOMI_STATE_LATE ? "error" : "dim-label");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  GtkWidget *expander = gtk_list_item_get_child (item);
  g_autoptr(KoyomiAttentionRow) row = gtk_tree_list_row_get_item (tree_row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), tree_row);
  if (koyomi_attention_row_is_heading (row))
    bind_heading (expander, row);
  else
    bind_run (expander, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  GtkWidget *expander = gtk_list_item_get_child (item);
  g_autoptr(KoyomiAttentionRow) row = gtk_tree_list_row_get_item (tree_row);

  if (row != NULL && koyomi_attention_row_is_heading (row))
    g_signal_handlers_disconnect_by_func (koyomi_attention_row_get_runs (row), count_changed_cb, expander);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), NULL);
}

static GListModel *
list_runs_cb (gpointer item,
              gpointer data)
{
  GListStore *runs = koyomi_attention_row_get_runs (item);

  return runs != NULL ? G_LIST_MODEL (g_object_ref (runs)) : NULL;
}

static void
activate_cb (KoyomiAttentionPanel *self,
             guint                 position)
{
  g_autoptr(GtkTreeListRow) tree_row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr(KoyomiAttentionRow) row = gtk_tree_list_row_get_item (tree_row);
  guint table;

  if (koyomi_attention_row_is_heading (row))
    gtk_tree_list_row_set_expanded (tree_row, !gtk_tree_list_row_get_expanded (tree_row));
  else if (koyomi_attention_row_get_incident (row) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-incident", "x", koyomi_attention_row_get_incident (row));
  else if (koyomi_attention_row_get_record (row, &table) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-record", "(ux)", table, koyomi_attention_row_get_record (row, &table));
  else
    g_signal_emit (self, signals[SIGNAL_RUN_ACTIVATED], 0, koyomi_attention_row_get_run (row));
}

static void
make_headings (KoyomiAttentionPanel *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const char *const titles[N_HEADINGS] = {
    [HEADING_REPORTS] = koyomi_tr (language, "Reports to authorities"),
    [HEADING_LATE] = koyomi_state_get_label (KOYOMI_STATE_LATE, language),
    [HEADING_SOON] = koyomi_tr (language, "Due in 14 days"),
    [HEADING_COMMITTEE] = koyomi_tr (language, "By next meeting"),
    [HEADING_DRILLS] = koyomi_tr (language, "Drills due"),
    [HEADING_DEADLINES] = koyomi_tr (language, "Deadlines"),
  };

  self->shown = g_list_store_new (KOYOMI_TYPE_ATTENTION_ROW);
  for (guint i = 0; i < N_HEADINGS; i++)
    self->headings[i] = koyomi_attention_row_new_heading (titles[i]);
}

static void
fill_list (KoyomiAttentionPanel *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkNoSelection) selection = NULL;

  make_headings (self);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->shown)), FALSE, FALSE, list_runs_cb, NULL, NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->tree)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_attention_panel_new (KoyomiWorkspace *workspace)
{
  KoyomiAttentionPanel *self = g_object_new (KOYOMI_TYPE_ATTENTION_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_ATTENTION_PANEL, "koyomi-attention-panel", koyomi_workspace_get_language (workspace), children);
  fill_list (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (load_soon), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Unfolds what @other has unfolded, as soon as there is something to unfold. */
void
koyomi_attention_panel_take_over (KoyomiAttentionPanel *self,
                                  KoyomiAttentionPanel *other)
{
  self->has_taken_over = TRUE;
  for (guint i = 0; i < N_HEADINGS; i++)
    self->was_unfolded[i] = other->has_taken_over ? other->was_unfolded[i] : is_unfolded (other, i);
}
