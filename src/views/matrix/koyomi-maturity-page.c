#include "koyomi-maturity-page.h"

#include "koyomi-assessment-form.h"
#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-maturity-line.h"
#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"
#include "koyomi-ui.h"

/* The choices of the filter, in the order in which ui/koyomi-maturity-page.ui has them. */
typedef enum
{
  SHOW_ALL,
  SHOW_GAPS,
  SHOW_UNKNOWN,
} Show;

struct _KoyomiMaturityPage
{
  GtkWidget             parent_instance;

  KoyomiWorkspace      *workspace;
  GtkEditable          *search;
  GtkDropDown          *filter;
  GtkListBox           *list;
  GtkWidget            *nothing;
  GtkLabel             *summary;
  GtkLabel             *method;
  GtkStack             *stack;
  GtkLabel             *title;
  GtkLabel             *tasks;
  GtkWidget            *forms_box;

  KoyomiAssessmentForm *forms[KOYOMI_N_EXECUTIONS];
  KoyomiMaturityTable  *table;       /* NULL until it is shown */
  gint64                catalogue;
  GPtrArray            *lines;       /* (element-type KoyomiMaturityLine): one a row of the table */
  gint64                selected;    /* the function that is shown; 0 for none */
  char                 *query;       /* folded */
  gboolean              is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMaturityPage, search),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, filter),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, list),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, nothing),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, summary),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, method),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, stack),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, title),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, tasks),
  KOYOMI_UI_CHILD (KoyomiMaturityPage, forms_box),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMaturityPage, koyomi_maturity_page, GTK_TYPE_WIDGET)

static const KoyomiMaturityRow *
get_row (KoyomiMaturityPage *self,
         guint               index)
{
  return g_ptr_array_index (self->table->rows, index);
}

/* Returns: (nullable): the row of the function that is shown */
static const KoyomiMaturityRow *
find_selected (KoyomiMaturityPage *self)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    if (koyomi_record_get_id (get_row (self, i)->function) == self->selected)
      return get_row (self, i);

  return NULL;
}

static void
show_selected (KoyomiMaturityPage *self)
{
  const KoyomiMaturityRow *row = find_selected (self);
  g_autofree char *name = NULL;
  const char *tasks;

  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "function" : "none");
  if (row == NULL)
    return;

  name = koyomi_maturity_line_name_function (row->function);
  tasks = koyomi_record_get_text (row->function, KOYOMI_FUNCTION_TASKS);
  gtk_label_set_label (self->title, name);
  gtk_label_set_label (self->tasks, tasks);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), *tasks != '\0');
  for (guint i = 0; i < KOYOMI_N_EXECUTIONS; i++)
    koyomi_assessment_form_show (self->forms[i], self->selected, &row->modes[i]);
}

static void
row_selected_cb (KoyomiMaturityPage *self,
                 GtkListBoxRow      *row)
{
  if (self->is_refreshing || row == NULL)
    return;

  self->selected = koyomi_maturity_line_get_function (KOYOMI_MATURITY_LINE (row));
  show_selected (self);
}

static gboolean
passes (KoyomiMaturityPage *self,
        GtkListBoxRow      *row)
{
  const KoyomiMaturityRow *entry = get_row (self, gtk_list_box_row_get_index (row));

  switch (gtk_drop_down_get_selected (self->filter))
    {
    case SHOW_GAPS:
      return entry->score.gap > 0;
    case SHOW_UNKNOWN:
      return !entry->score.is_known;
    default:
      return TRUE;
    }
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  KoyomiMaturityPage *self = data;

  return passes (self, row) && koyomi_maturity_line_matches (KOYOMI_MATURITY_LINE (row), self->query);
}

/* Whether the list is empty, which would look as if it had not been read. */
static void
update_nothing (KoyomiMaturityPage *self)
{
  gboolean is_empty = TRUE;

  for (guint i = 0; i < self->lines->len && is_empty; i++)
    is_empty = !filter_cb (g_ptr_array_index (self->lines, i), self);

  gtk_widget_set_visible (self->nothing, is_empty);
}

static void
filter_changed_cb (KoyomiMaturityPage *self)
{
  if (self->table == NULL)
    return;

  g_free (self->query);
  self->query = koyomi_text_fold (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  update_nothing (self);
}

/* Returns: (transfer full): such as “2.3 → 3.8”; "" where nothing is known */
static char *
format_mean (const KoyomiMaturityMean *mean)
{
  return koyomi_maturity_mean_is_known (mean) ? g_strdup_printf ("%.1f → %.1f", koyomi_maturity_mean_get_as_is (mean),
                                                                 koyomi_maturity_mean_get_to_be (mean))
                                              : g_strdup ("");
}

static const KoyomiMaturityGroup *
find_group (KoyomiMaturityPage *self,
            guint               row)
{
  for (guint i = 0; i < self->table->groups->len; i++)
    {
      const KoyomiMaturityGroup *group = &g_array_index (self->table->groups, KoyomiMaturityGroup, i);

      if (row >= group->first_row && row < group->first_row + group->n_rows)
        return group;
    }

  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_header (const KoyomiMaturityGroup *group)
{
  const char *code = koyomi_record_get_text (group->group, KOYOMI_GROUP_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? " " : "", code, koyomi_record_get_title (group->group), NULL);
  g_autofree char *mean = format_mean (&group->mean);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *mean_label = gtk_label_new (mean);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_set_tooltip_text (name_label, name);
  gtk_widget_add_css_class (name_label, "heading");
  gtk_widget_add_css_class (mean_label, "numeric");
  gtk_widget_add_css_class (mean_label, "dim-label");
  gtk_widget_add_css_class (box, "koyomi-list-header");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), mean_label);

  return box;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  KoyomiMaturityPage *self = data;
  const KoyomiMaturityGroup *group = find_group (self, gtk_list_box_row_get_index (row));
  gboolean is_first = before == NULL || find_group (self, gtk_list_box_row_get_index (before)) != group;

  gtk_list_box_row_set_header (row, is_first ? make_header (group) : NULL);
}

static void
show_summary (KoyomiMaturityPage *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMaturityMean *mean = &self->table->mean;
  g_autofree char *levels = format_mean (mean);
  /* Translators: how many functions there are, and how many of them nobody has assessed */
  g_autofree char *counts = g_strdup_printf (koyomi_tr (language, N_("Functions: %u, not assessed: %u")), mean->n_functions,
                                             mean->n_unknown);
  g_autofree char *text = NULL;

  if (*levels != '\0')
    {
      /* Translators: %s is such as “2.3 → 3.8” */
      g_autofree char *means = g_strdup_printf (koyomi_tr (language, N_("Mean %s")), levels);

      text = g_strjoin ("  ", means, counts, NULL);
    }

  gtk_label_set_label (self->summary, text != NULL ? text : counts);
}

static void
set_n_lines (KoyomiMaturityPage *self,
             guint               n_lines)
{
  while (self->lines->len > n_lines)
    {
      gtk_list_box_remove (self->list, g_ptr_array_index (self->lines, self->lines->len - 1));
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }

  while (self->lines->len < n_lines)
    {
      GtkWidget *line = koyomi_maturity_line_new ();

      g_ptr_array_add (self->lines, line);
      gtk_list_box_append (self->list, line);
    }
}

/* Rows that come and go are filtered and headed at once, for which the table has to be there. */
static void
show_table (KoyomiMaturityPage  *self,
            KoyomiMaturityTable *table)
{
  gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  g_clear_pointer (&self->table, koyomi_maturity_table_free);
  self->table = table;

  set_n_lines (self, table->rows->len);
  for (guint i = 0; i < self->lines->len; i++)
    koyomi_maturity_line_show (g_ptr_array_index (self->lines, i), get_row (self, i), koyomi_workspace_get_language (self->workspace));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  update_nothing (self);
  show_summary (self);
}

/* The function that is shown stays so even where the filter no longer lets it pass: somebody is writing there. */
static void
select_line (KoyomiMaturityPage *self)
{
  if (find_selected (self) == NULL)
    self->selected = self->table->rows->len > 0 ? koyomi_record_get_id (get_row (self, 0)->function) : 0;

  for (guint i = 0; i < self->lines->len; i++)
    if (koyomi_maturity_line_get_function (g_ptr_array_index (self->lines, i)) == self->selected)
      gtk_list_box_select_row (self->list, g_ptr_array_index (self->lines, i));
}

/* Shows the maturity of that catalogue as it stands. */
gboolean
koyomi_maturity_page_show (GtkWidget  *page,
                           gint64      catalogue,
                           GError    **error)
{
  KoyomiMaturityPage *self = KOYOMI_MATURITY_PAGE (page);
  KoyomiMaturityTable *table = koyomi_session_load_maturity (koyomi_workspace_get_session (self->workspace), catalogue,
                                                             koyomi_day_today (), koyomi_workspace_get_language (self->workspace),
                                                             error);

  if (table == NULL)
    return FALSE;

  self->is_refreshing = TRUE;
  show_table (self, table);
  select_line (self);
  self->is_refreshing = FALSE;
  show_selected (self);

  return TRUE;
}

static gboolean
koyomi_maturity_page_grab_focus (GtkWidget *widget)
{
  KoyomiMaturityPage *self = KOYOMI_MATURITY_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->search));
}

static void
koyomi_maturity_page_dispose (GObject *object)
{
  KoyomiMaturityPage *self = KOYOMI_MATURITY_PAGE (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
      gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
    }
  koyomi_ui_clear (object, children);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_maturity_page_parent_class)->dispose (object);
}

static void
koyomi_maturity_page_finalize (GObject *object)
{
  KoyomiMaturityPage *self = KOYOMI_MATURITY_PAGE (object);

  g_clear_pointer (&self->table, koyomi_maturity_table_free);
  g_ptr_array_unref (self->lines);
  g_free (self->query);

  G_OBJECT_CLASS (koyomi_maturity_page_parent_class)->finalize (object);
}

static void
koyomi_maturity_page_class_init (KoyomiMaturityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_maturity_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_maturity_page_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_maturity_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_maturity_page_init (KoyomiMaturityPage *self)
{
  self->lines = g_ptr_array_new ();
  self->query = g_strdup ("");
}

GtkWidget *
koyomi_maturity_page_new (KoyomiWorkspace *workspace)
{
  KoyomiMaturityPage *self = g_object_new (KOYOMI_TYPE_MATURITY_PAGE, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_MATURITY_PAGE, "koyomi-maturity-page", language, children);
  gtk_label_set_label (self->method, koyomi_maturity_get_method (language));
  for (guint i = 0; i < KOYOMI_N_EXECUTIONS; i++)
    {
      self->forms[i] = KOYOMI_ASSESSMENT_FORM (koyomi_assessment_form_new (workspace, i));
      gtk_box_append (GTK_BOX (self->forms_box), GTK_WIDGET (self->forms[i]));
    }

  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows this function when the catalogue that it is of is shown next. */
void
koyomi_maturity_page_select (KoyomiMaturityPage *self,
                             gint64              function)
{
  g_return_if_fail (KOYOMI_IS_MATURITY_PAGE (self));

  self->selected = function;
}

void
koyomi_maturity_page_search (KoyomiMaturityPage *self)
{
  g_return_if_fail (KOYOMI_IS_MATURITY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
