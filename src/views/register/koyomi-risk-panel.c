#include "koyomi-risk-panel.h"

#include "koyomi-day.h"

#define WIDTH 300

struct _KoyomiRiskPanel
{
  GtkWidget          parent_instance;

  KoyomiWorkspace   *workspace;
  KoyomiRiskMapView *map;
  GtkLabel          *title;
  GtkWidget         *judge_button;
  GtkListBox        *history;
  GtkWidget         *scroller;
};

enum
{
  SIGNAL_FILTERED,
  SIGNAL_JUDGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRiskPanel, koyomi_risk_panel, GTK_TYPE_WIDGET)

static void
koyomi_risk_panel_dispose (GObject *object)
{
  KoyomiRiskPanel *self = KOYOMI_RISK_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_risk_panel_parent_class)->dispose (object);
}

static void
koyomi_risk_panel_class_init (KoyomiRiskPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_risk_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_FILTERED] = g_signal_new ("filtered", KOYOMI_TYPE_RISK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_JUDGE] = g_signal_new ("judge", KOYOMI_TYPE_RISK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_risk_panel_init (KoyomiRiskPanel *self)
{
}

static void
filtered_cb (KoyomiRiskPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_FILTERED], 0);
}

static void
judge_cb (KoyomiRiskPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_JUDGE], 0);
}

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
koyomi_risk_panel_new (KoyomiWorkspace *workspace)
{
  KoyomiRiskPanel *self = g_object_new (KOYOMI_TYPE_RISK_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->workspace = g_object_ref (workspace);
  self->map = KOYOMI_RISK_MAP_VIEW (koyomi_risk_map_view_new (koyomi_workspace_get_language (workspace)));
  self->title = GTK_LABEL (make_line (NULL, "heading"));
  self->judge_button = gtk_button_new_with_mnemonic (koyomi_workspace_tr (workspace, N_("_Judge Anew…")));
  self->history = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->history, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->history, make_line (koyomi_workspace_tr (workspace, N_("It has not been judged on a day yet.")), "dim-label"));
  gtk_widget_add_css_class (GTK_WIDGET (self->history), "koyomi-risk-history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->history), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("How the risk was judged")), -1);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->map));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->judge_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->history));

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_size_request (self->scroller, WIDTH, -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->map, "chosen", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->judge_button, "clicked", G_CALLBACK (judge_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
KoyomiRiskMapView *
koyomi_risk_panel_get_map (KoyomiRiskPanel *self)
{
  return self->map;
}

static void
add_judgement (KoyomiRiskPanel *self,
               KoyomiRecord    *level)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  int likelihood = koyomi_record_get_int (level, KOYOMI_RISK_LEVEL_LIKELIHOOD);
  int impact = koyomi_record_get_int (level, KOYOMI_RISK_LEVEL_IMPACT);
  const char *judge = koyomi_record_get_text (level, KOYOMI_RISK_LEVEL_JUDGED_BY);
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (level, KOYOMI_RISK_LEVEL_DAY));
  g_autofree char *head = g_strdup_printf ("%s   %d × %d %s%s%s", day, likelihood, impact,
                                           koyomi_risk_band_get_label (koyomi_risk_get_band (likelihood, impact), language),
                                           *judge != '\0' ? " · " : "", judge);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), make_line (head, "caption-heading"));
  gtk_box_append (GTK_BOX (box), make_line (koyomi_record_get_text (level, KOYOMI_RISK_LEVEL_REASON), "body"));
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->history, row);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_RISK_LEVEL_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_RISK_LEVEL_DAY);

  return (first < second) - (first > second);
}

/* @risk: (nullable): NULL for none. The last judgement stands first. */
gboolean
koyomi_risk_panel_show (KoyomiRiskPanel  *self,
                        KoyomiRecord     *risk,
                        GError          **error)
{
  g_autoptr(GPtrArray) levels = NULL;
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self->title), risk != NULL);
  gtk_widget_set_visible (self->judge_button, risk != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->history), risk != NULL);
  gtk_widget_set_sensitive (self->judge_button, koyomi_workspace_can_edit (self->workspace));
  while ((row = gtk_list_box_get_row_at_index (self->history, 0)) != NULL)
    gtk_list_box_remove (self->history, GTK_WIDGET (row));
  if (risk == NULL)
    return TRUE;

  gtk_label_set_label (self->title, koyomi_record_get_title (risk));
  levels = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_RISK_LEVEL, KOYOMI_RISK_LEVEL_RISK,
                                koyomi_record_get_id (risk), koyomi_workspace_get_language (self->workspace), error);
  if (levels == NULL)
    return FALSE;

  g_ptr_array_sort (levels, compare_levels);
  for (guint i = 0; i < levels->len; i++)
    add_judgement (self, g_ptr_array_index (levels, i));

  return TRUE;
}
