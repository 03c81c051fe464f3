#include "koyomi-variance-window.h"

#include "koyomi-day.h"
#include "koyomi-variance-row.h"
#include "koyomi-work.h"

struct _KoyomiVarianceWindow
{
  KoyomiPlanWindow    parent_instance;

  AdwWindowTitle     *title;
  GtkWidget          *kinds;
  GtkWidget          *copy_button;
  GtkStack           *stack;
  GtkColumnView      *table;

  gint64              bookmark;
  GtkWidget          *toggles[KOYOMI_N_VARIANCE_KINDS];
  GListStore         *rows;                             /* (element-type KoyomiVarianceRow) */
  GtkFilter          *filter;
  GListModel         *shown;                            /* filtered and sorted */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiVarianceWindow, title),
  KOYOMI_UI_CHILD (KoyomiVarianceWindow, kinds),
  KOYOMI_UI_CHILD (KoyomiVarianceWindow, copy_button),
  KOYOMI_UI_CHILD (KoyomiVarianceWindow, stack),
  KOYOMI_UI_CHILD (KoyomiVarianceWindow, table),
  KOYOMI_UI_END
};

/* The headings, in the order of KoyomiVarianceColumn. */
static const char * const headings[KOYOMI_N_VARIANCE_COLUMNS] = {
  N_("Function"), N_("Title"), N_("Difference"), N_("Then"), N_("Now")
};

/* A comparison in a thread of its own, which touches nothing but this. */
typedef struct
{
  GWeakRef              window;      /* who is told in the end, if it is still there */
  KoyomiSession        *now;
  gint64                seq;
  KoyomiLanguage        language;
  KoyomiVariance       *variance;
} Comparison;

G_DEFINE_FINAL_TYPE (KoyomiVarianceWindow, koyomi_variance_window, KOYOMI_TYPE_PLAN_WINDOW)

static void
free_comparison (gpointer data)
{
  Comparison *self = data;

  g_weak_ref_clear (&self->window);
  g_clear_object (&self->now);
  g_clear_pointer (&self->variance, koyomi_variance_free);
  g_free (self);
}

static gboolean
compare (gpointer             data,
         KoyomiProgressFunc   progress,
         gpointer             progress_data,
         GCancellable        *cancellable,
         GError             **error)
{
  Comparison *self = data;
  g_autoptr(KoyomiSession) then = koyomi_session_open_as_of (self->now, self->seq, progress, progress_data, cancellable, error);

  if (then == NULL)
    return FALSE;

  self->variance = koyomi_session_compare (self->now, then, 1, KOYOMI_DAY_LAST, self->language, error);

  return self->variance != NULL;
}

static void
show_counts (KoyomiVarianceWindow *self,
             const guint          *counts)
{
  for (KoyomiVarianceKind i = 0; i < KOYOMI_N_VARIANCE_KINDS; i++)
    {
      const char *label = koyomi_variance_kind_get_label (i, koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)));
      g_autofree char *text = g_strdup_printf ("%s %u", label, counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), text);
      gtk_widget_set_sensitive (self->toggles[i], counts[i] > 0);
    }
}

/* A page that goes may not keep the focus: keys would get lost in it. */
static void
show_page (KoyomiVarianceWindow *self,
           GtkWidget            *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean was_here = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  gtk_stack_set_visible_child (self->stack, page);
  if (was_here && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_variance (KoyomiVarianceWindow *self,
               const KoyomiVariance *variance)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < variance->items->len; i++)
    g_ptr_array_add (rows, koyomi_variance_row_new (g_ptr_array_index (variance->items, i), i,
                                                    koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self))));

  show_counts (self, variance->counts);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  gtk_widget_set_sensitive (self->copy_button, rows->len > 0);
  show_page (self, gtk_stack_get_child_by_name (self->stack, rows->len > 0 ? "table" : "same"));
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Comparison *comparison = data;
  g_autoptr(KoyomiVarianceWindow) self = g_weak_ref_get (&comparison->window);
  KoyomiPlanWindow *window = (KoyomiPlanWindow *) self;
  g_autoptr(GError) error = NULL;
  gboolean done = koyomi_work_finish (result, &error);

  if (self == NULL || koyomi_plan_window_get_workspace (window) == NULL)
    return;

  if (done)
    {
      show_variance (self, comparison->variance);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    koyomi_workspace_fail (koyomi_plan_window_get_workspace (window),
                           koyomi_plan_window_tr (window, N_("The plan could not be compared with the baseline")), error);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
koyomi_variance_window_refresh (KoyomiPlanWindow  *window,
                                GError           **error)
{
  KoyomiVarianceWindow *self = KOYOMI_VARIANCE_WINDOW (window);
  KoyomiSession *session = koyomi_plan_window_get_session (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autoptr(KoyomiRecord) bookmark = koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, self->bookmark, language, error);
  KoyomiSession *copy;
  Comparison *comparison;

  if (bookmark == NULL || (copy = koyomi_session_copy (session, NULL, error)) == NULL)
    return FALSE;

  adw_window_title_set_subtitle (self->title, koyomi_record_get_title (bookmark));
  comparison = g_new0 (Comparison, 1);
  g_weak_ref_init (&comparison->window, self);
  comparison->now = copy;
  comparison->seq = koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ);
  comparison->language = language;
  koyomi_work_run (GTK_WINDOW (self), language, koyomi_tr (language, N_("Comparing with the baseline")), compare, comparison,
                   free_comparison, compared_cb, comparison);

  return TRUE;
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  KoyomiVarianceWindow *self = data;

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[koyomi_variance_row_get_kind (item)]));
}

static void
kind_toggled_cb (KoyomiVarianceWindow *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* A tab or a line end within a text would begin another cell. */
static void
append_cell (GString    *text,
             const char *cell,
             char        end)
{
  for (; *cell != '\0'; cell++)
    g_string_append_c (text, *cell == '\t' || *cell == '\n' ? ' ' : *cell);
  g_string_append_c (text, end);
}

/* What is shown, in its order, for a spreadsheet. */
static void
copy_cb (KoyomiVarianceWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (self->shown);
  g_autofree char *told = NULL;

  for (guint i = 0; i < KOYOMI_N_VARIANCE_COLUMNS; i++)
    append_cell (text, koyomi_plan_window_tr (window, headings[i]), i + 1 < KOYOMI_N_VARIANCE_COLUMNS ? '\t' : '\n');

  for (guint row = 0; row < n_rows; row++)
    {
      g_autoptr(KoyomiVarianceRow) item = g_list_model_get_item (self->shown, row);

      for (guint i = 0; i < KOYOMI_N_VARIANCE_COLUMNS; i++)
        append_cell (text, koyomi_variance_row_get_text (item, i), i + 1 < KOYOMI_N_VARIANCE_COLUMNS ? '\t' : '\n');
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  told = g_strdup_printf (koyomi_ntr (koyomi_plan_window_get_language (window), "%u line copied", "%u lines copied", n_rows), n_rows);
  koyomi_workspace_tell (koyomi_plan_window_get_workspace (window), told);
}

static void
koyomi_variance_window_dispose (GObject *object)
{
  KoyomiVarianceWindow *self = KOYOMI_VARIANCE_WINDOW (object);

  koyomi_ui_clear (self, children);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (koyomi_variance_window_parent_class)->dispose (object);
}

static void
koyomi_variance_window_class_init (KoyomiVarianceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_variance_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_variance_window_refresh;
}

static void
koyomi_variance_window_init (KoyomiVarianceWindow *self)
{
}

static void
add_toggles (KoyomiVarianceWindow *self)
{
  static const guint none[KOYOMI_N_VARIANCE_KINDS];

  for (KoyomiVarianceKind i = 0; i < KOYOMI_N_VARIANCE_KINDS; i++)
    {
      self->toggles[i] = gtk_toggle_button_new ();
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i]), TRUE);
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (kind_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->kinds), self->toggles[i]);
    }

  show_counts (self, none);
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = koyomi_variance_row_get_text (gtk_list_item_get_item (item), GPOINTER_TO_UINT (data));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  return koyomi_variance_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (data));
}

static void
add_column (KoyomiVarianceWindow *self,
            KoyomiVarianceColumn  index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (index), NULL));
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), headings[index]), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
fill_table (KoyomiVarianceWindow *self)
{
  GtkFilterListModel *filtered;
  g_autoptr(GtkSingleSelection) selection = NULL;

  for (KoyomiVarianceColumn i = 0; i < KOYOMI_N_VARIANCE_COLUMNS; i++)
    add_column (self, i);

  self->rows = g_list_store_new (KOYOMI_TYPE_VARIANCE_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (self->filter));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                                       g_object_ref (gtk_column_view_get_sorter (self->table))));
  selection = gtk_single_selection_new (g_object_ref (self->shown));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

/* Compares the plan as it stands with the moment of @bookmark. */
void
koyomi_variance_window_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace,
                                gint64           bookmark)
{
  KoyomiVarianceWindow *self = g_object_new (KOYOMI_TYPE_VARIANCE_WINDOW, NULL);

  self->bookmark = bookmark;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-variance-window", children);
  add_toggles (self);
  fill_table (self);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->table));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
