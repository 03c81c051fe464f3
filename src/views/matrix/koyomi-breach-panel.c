#include "koyomi-breach-panel.h"

#include "koyomi-breach-row.h"
#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"
#include "koyomi-ui.h"

struct _KoyomiBreachPanel
{
  GtkWidget        parent_instance;

  GtkWidget       *function_bar;  /* only breaches of one function are shown */
  GtkLabel        *function_label;
  GtkWidget       *all_button;
  GtkEditable     *search;
  GtkDropDown     *rule;
  GtkLabel        *count;
  GtkWidget       *clean;         /* there is no breach */
  GtkWidget       *no_match;      /* there are, but none that was asked for */
  GtkListBox      *open_list;
  GtkExpander     *accepted;
  GtkListBox      *accepted_list;

  KoyomiWorkspace *workspace;
  char            *catalogue;     /* its code; NULL for those that the plan uses */
  gint64           function;      /* whose breaches are shown; 0 for all */
  guint32          day;           /* as of which the rules are checked; %KOYOMI_DAY_NONE for today */
  GPtrArray       *breaches;      /* (element-type KoyomiBreach) */
  gboolean         is_stale;      /* they have not been read since the plan has changed */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiBreachPanel, function_bar),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, function_label),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, all_button),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, search),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, rule),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, count),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, clean),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, no_match),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, open_list),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, accepted),
  KOYOMI_UI_CHILD (KoyomiBreachPanel, accepted_list),
  KOYOMI_UI_END
};

enum
{
  SIGNAL_RUN_ACTIVATED,
  SIGNAL_CELL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiBreachPanel, koyomi_breach_panel, GTK_TYPE_WIDGET)

static void
run_activated_cb (KoyomiBreachPanel *self,
                  gint64             run)
{
  g_signal_emit (self, signals[SIGNAL_RUN_ACTIVATED], 0, run);
}

static void
cell_activated_cb (KoyomiBreachPanel *self,
                   gint64             function,
                   gint64             team)
{
  g_signal_emit (self, signals[SIGNAL_CELL_ACTIVATED], 0, function, team);
}

static gboolean
concerns (KoyomiBreach *breach,
          gint64        function)
{
  gboolean found = FALSE;

  for (guint i = 0; i < breach->function_ids->len && !found; i++)
    found = g_array_index (breach->function_ids, gint64, i) == function;

  return found;
}

/* Whether the breach is one of those that are asked for. */
static gboolean
is_wanted (KoyomiBreachPanel *self,
           KoyomiBreach      *breach,
           const char        *query)
{
  guint rule = gtk_drop_down_get_selected (self->rule);
  g_autofree char *sentence = NULL;

  if (rule > 0 && rule != GTK_INVALID_LIST_POSITION && breach->rule != rule - 1)
    return FALSE;
  if (self->function != 0 && !concerns (breach, self->function))
    return FALSE;

  sentence = koyomi_text_fold (breach->sentence);

  return koyomi_text_matches (sentence, query);
}

static int
compare_severities (gconstpointer a,
                    gconstpointer b)
{
  KoyomiBreach *first = *(KoyomiBreach * const *) a;
  KoyomiBreach *second = *(KoyomiBreach * const *) b;

  return (int) koyomi_rule_get_severity (first->rule) - (int) koyomi_rule_get_severity (second->rule);
}

/* Returns: (transfer container): those of the list that are asked for, the gravest first */
static GPtrArray *
pick (KoyomiBreachPanel *self,
      gboolean           is_waived)
{
  g_autofree char *query = koyomi_text_fold (gtk_editable_get_text (self->search));
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < self->breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (self->breaches, i);

      if (breach->is_waived == is_waived && is_wanted (self, breach, query))
        g_ptr_array_add (picked, breach);
    }
  g_ptr_array_sort (picked, compare_severities);

  return picked;
}

/* The row at a place shows whatever breach stands there, so that the focus stays. */
static void
show_list (KoyomiBreachPanel *self,
           GtkListBox        *list,
           GPtrArray         *breaches)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < breaches->len; i++)
    {
      gboolean is_new = (row = gtk_list_box_get_row_at_index (list, i)) == NULL;

      if (is_new)
        {
          row = GTK_LIST_BOX_ROW (koyomi_breach_row_new (self->workspace));
          g_signal_connect_object (row, "run-activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "cell-activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
        }

      /* The heading asks at once what a row shows. */
      koyomi_breach_row_show (KOYOMI_BREACH_ROW (row), g_ptr_array_index (breaches, i));
      if (is_new)
        gtk_list_box_append (list, GTK_WIDGET (row));
    }

  while ((row = gtk_list_box_get_row_at_index (list, breaches->len)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_invalidate_headers (list);
}

static guint
count_breaches (KoyomiBreachPanel *self,
                gboolean           is_waived)
{
  guint n = 0;

  for (guint i = 0; i < self->breaches->len; i++)
    if (((KoyomiBreach *) g_ptr_array_index (self->breaches, i))->is_waived == is_waived)
      n++;

  return n;
}

static void
show_counts (KoyomiBreachPanel *self,
             guint              n_open,
             guint              n_accepted)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint n_all = count_breaches (self, FALSE);
  g_autofree char *all = g_strdup_printf (koyomi_ntr (language, "%u breach", "%u breaches", n_all), n_all);
  /* Translators: %u is how many of the breaches of rules are accepted */
  g_autofree char *accepted = g_strdup_printf (koyomi_tr (language, N_("Accepted (%u)")), n_accepted);
  g_autofree char *some = NULL;

  if (n_open != n_all)
    /* Translators: of how many breaches how many are shown; the first is such as “5 breaches” */
    some = g_strdup_printf (koyomi_tr (language, N_("%s, %u shown")), all, n_open);
  gtk_label_set_label (self->count, some != NULL ? some : all);
  gtk_expander_set_label (self->accepted, accepted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accepted), GTK_ACCESSIBLE_PROPERTY_LABEL, accepted, -1);

  gtk_widget_set_visible (GTK_WIDGET (self->count), n_all > 0);
  gtk_widget_set_visible (self->clean, n_all == 0);
  gtk_widget_set_visible (self->no_match, n_all > 0 && n_open == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open_list), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->accepted), n_accepted > 0);
}

static void
show (KoyomiBreachPanel *self)
{
  g_autoptr(GPtrArray) open = NULL;
  g_autoptr(GPtrArray) accepted = NULL;

  if (self->breaches == NULL)
    return;

  open = pick (self, FALSE);
  accepted = pick (self, TRUE);
  show_list (self, self->open_list, open);
  show_list (self, self->accepted_list, accepted);
  show_counts (self, open->len, accepted->len);
}

static void
load (KoyomiBreachPanel *self)
{
  g_autoptr(GError) error = NULL;
  guint32 day = self->day != KOYOMI_DAY_NONE ? self->day : koyomi_day_today ();
  GPtrArray *breaches = koyomi_session_load_breaches (koyomi_workspace_get_session (self->workspace), self->catalogue, day,
                                                      koyomi_workspace_get_language (self->workspace), &error);

  if (breaches == NULL)
    {
      koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The rules could not be checked")), error);
      return;
    }

  self->is_stale = FALSE;
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  self->breaches = breaches;
  show (self);
}

/* Rules are checked while somebody sees it. */
static void
changed_cb (KoyomiBreachPanel *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
koyomi_breach_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_breach_panel_parent_class)->map (widget);

  if (KOYOMI_BREACH_PANEL (widget)->is_stale)
    load (KOYOMI_BREACH_PANEL (widget));
}

static gboolean
koyomi_breach_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_BREACH_PANEL (widget)->search));
}

static void
koyomi_breach_panel_dispose (GObject *object)
{
  KoyomiBreachPanel *self = KOYOMI_BREACH_PANEL (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_breach_panel_parent_class)->dispose (object);
}

static void
koyomi_breach_panel_finalize (GObject *object)
{
  g_free (KOYOMI_BREACH_PANEL (object)->catalogue);

  G_OBJECT_CLASS (koyomi_breach_panel_parent_class)->finalize (object);
}

static void
koyomi_breach_panel_class_init (KoyomiBreachPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_breach_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_breach_panel_finalize;
  widget_class->map = koyomi_breach_panel_map;
  widget_class->grab_focus = koyomi_breach_panel_grab_focus;
  widget_class->focus = koyomi_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_RUN_ACTIVATED] = g_signal_new ("run-activated", KOYOMI_TYPE_BREACH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CELL_ACTIVATED] = g_signal_new ("cell-activated", KOYOMI_TYPE_BREACH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
koyomi_breach_panel_init (KoyomiBreachPanel *self)
{
  self->is_stale = TRUE;
}

static void
fill_rules (KoyomiBreachPanel *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, koyomi_tr (language, N_("All rules")));
  for (guint i = 0; i < KOYOMI_N_RULES; i++)
    gtk_string_list_append (names, koyomi_rule_get_name (i, language));

  gtk_drop_down_set_model (self->rule, G_LIST_MODEL (names));
}

/* A heading where breaches of another severity begin. */
static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       data)
{
  KoyomiBreachPanel *self = data;
  KoyomiRuleSeverity severity = koyomi_rule_get_severity (koyomi_breach_row_get_breach (KOYOMI_BREACH_ROW (row))->rule);
  GtkWidget *label;

  if (before != NULL && koyomi_rule_get_severity (koyomi_breach_row_get_breach (KOYOMI_BREACH_ROW (before))->rule) == severity)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (koyomi_rule_severity_get_label (severity, koyomi_workspace_get_language (self->workspace)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "koyomi-severity");
  gtk_list_box_row_set_header (row, label);
}

/* The button goes with the bar, so the focus goes on. */
static void
show_all_cb (KoyomiBreachPanel *self)
{
  self->function = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_widget_set_visible (self->function_bar, FALSE);
  show (self);
}

/**
 * koyomi_breach_panel_new:
 * @catalogue: (nullable): the code of the catalogue whose functions are judged; NULL for those that the plan uses
 */
GtkWidget *
koyomi_breach_panel_new (KoyomiWorkspace *workspace,
                         const char      *catalogue)
{
  KoyomiBreachPanel *self = g_object_new (KOYOMI_TYPE_BREACH_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  self->catalogue = g_strdup (catalogue);
  koyomi_ui_build (self, KOYOMI_TYPE_BREACH_PANEL, "koyomi-matrix-breach-panel", koyomi_workspace_get_language (workspace), children);
  fill_rules (self);
  gtk_list_box_set_header_func (self->open_list, head_cb, self, NULL);
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rule, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows only the breaches of a function, until all are asked for. @day: as of which the rules are checked */
void
koyomi_breach_panel_show_function (KoyomiBreachPanel *self,
                                   KoyomiRecord      *function,
                                   guint32            day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *name = g_strdup_printf ("%s %s", koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE),
                                           koyomi_record_get_title (function));
  /* Translators: %s is a function */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, N_("Only “%s”")), name);

  g_return_if_fail (KOYOMI_IS_BREACH_PANEL (self));

  self->function = koyomi_record_get_id (function);
  self->day = day;
  gtk_label_set_label (self->function_label, text);
  gtk_widget_set_visible (self->function_bar, TRUE);
  changed_cb (self);
}
