#include "koyomi-run-list.h"

#include "koyomi-day.h"
#include "koyomi-occurrence.h"

#define MAX_HEIGHT 320

struct _KoyomiRunList
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *heading;
  GtkWidget       *frame;
  GtkWidget       *none;        /* shown while there is no run */
  GListStore      *runs;        /* (element-type KoyomiRecord) */
  GHashTable      *titles;      /* activity id -> its record, for runs without a title of their own */
};

enum
{
  SIGNAL_RUN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRunList, koyomi_run_list, GTK_TYPE_WIDGET)

static void
koyomi_run_list_dispose (GObject *object)
{
  KoyomiRunList *self = KOYOMI_RUN_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->runs);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_run_list_parent_class)->dispose (object);
}

static void
koyomi_run_list_class_init (KoyomiRunListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_run_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_RUN_ACTIVATED] = g_signal_new ("run-activated", KOYOMI_TYPE_RUN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
koyomi_run_list_init (KoyomiRunList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->runs = g_list_store_new (KOYOMI_TYPE_RECORD);
}

static const char *
get_run_title (KoyomiRunList *self,
               KoyomiRecord  *run)
{
  const char *title = koyomi_record_get_title (run);
  gint64 activity_id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  KoyomiRecord *activity = g_hash_table_lookup (self->titles, &activity_id);

  return *title == '\0' && activity != NULL ? koyomi_record_get_title (activity) : title;
}

static char *
format_days (KoyomiRecord   *run,
             KoyomiLanguage  language)
{
  return koyomi_day_format_span (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY),
                                 koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), language);
}

static GtkWidget *
make_label (GtkWidget  *box,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title;

  gtk_widget_add_css_class (box, "koyomi-run");
  gtk_label_set_width_chars (GTK_LABEL (make_label (box, NULL)), 2);
  title = make_label (box, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (make_label (box, "numeric"), "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (make_label (box, "caption")), 9);
  gtk_list_item_set_child (item, box);
}

static const char *
get_state_class (KoyomiState state)
{
  switch (state)
    {
    case KOYOMI_STATE_LATE:
    case KOYOMI_STATE_MISSED:
      return "error";
    case KOYOMI_STATE_DUE_SOON:
    case KOYOMI_STATE_DONE_LATE:
      return "warning";
    case KOYOMI_STATE_DONE:
      return "success";
    case KOYOMI_STATE_DOING:
      return "accent";
    case KOYOMI_STATE_PLANNED:
    case KOYOMI_STATE_SKIPPED:
    default:
      return "dim-label";
    }
}

/* One class of those above, in place of the one before. */
static void
set_state_class (GtkWidget   *label,
                 KoyomiState  state)
{
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    gtk_widget_remove_css_class (label, get_state_class (i));
  gtk_widget_add_css_class (label, get_state_class (state));
}

static void
bind_cb (KoyomiRunList *self,
         GtkListItem   *item)
{
  KoyomiRecord *run = gtk_list_item_get_item (item);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  KoyomiState state = koyomi_occurrence_get_state (run, koyomi_day_today ());
  GtkWidget *glyph = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_next_sibling (glyph);
  GtkWidget *days = gtk_widget_get_next_sibling (title);
  GtkWidget *label = gtk_widget_get_next_sibling (days);
  g_autofree char *text = format_days (run, language);

  gtk_label_set_label (GTK_LABEL (glyph), koyomi_state_get_glyph (state));
  set_state_class (glyph, state);
  gtk_label_set_label (GTK_LABEL (title), get_run_title (self, run));
  gtk_widget_set_tooltip_text (title, get_run_title (self, run));
  gtk_label_set_label (GTK_LABEL (days), text);
  gtk_label_set_label (GTK_LABEL (label), koyomi_state_get_label (state, language));
}

static void
activate_cb (KoyomiRunList *self,
             guint          position)
{
  g_autoptr(KoyomiRecord) run = g_list_model_get_item (G_LIST_MODEL (self->runs), position);

  g_signal_emit (self, signals[SIGNAL_RUN_ACTIVATED], 0, koyomi_record_get_id (run));
}

static GtkWidget *
make_list (KoyomiRunList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->runs)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (self->workspace, N_("Runs of this year")), -1);
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return list;
}

/* A list of its own height up to a limit: a function can have thousands of runs. */
static GtkWidget *
make_frame (KoyomiRunList *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), make_list (self));
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "koyomi-runs");

  return frame;
}

GtkWidget *
koyomi_run_list_new (KoyomiWorkspace *workspace)
{
  KoyomiRunList *self = g_object_new (KOYOMI_TYPE_RUN_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->none = gtk_label_new (koyomi_workspace_tr (workspace, N_("No run in this year")));
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_set_parent (self->none, GTK_WIDGET (self));

  self->frame = make_frame (self);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static gboolean
add_run (KoyomiRecord  *run,
         gpointer       data,
         GError       **error)
{
  g_ptr_array_add (data, g_object_ref (run));

  return TRUE;
}

/* Shows the function's runs as they stand. */
gboolean
koyomi_run_list_show (KoyomiRunList  *self,
                      gint64          function,
                      GError        **error)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = koyomi_fiscal_year_format (year, language);
  /* Translators: a fiscal year */
  g_autofree char *heading = g_strdup_printf (koyomi_tr (language, N_("Runs of %s")), name);

  g_clear_pointer (&self->titles, g_hash_table_unref);
  if ((self->titles = koyomi_session_index (session, KOYOMI_TABLE_ACTIVITY, language, error)) == NULL ||
      !koyomi_session_for_each_run (session, function, koyomi_fiscal_year_get_first_day (year),
                                    koyomi_fiscal_year_get_last_day (year), language, add_run, runs, error))
    return FALSE;

  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  g_list_store_splice (self->runs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->runs)), runs->pdata, runs->len);
  gtk_widget_set_visible (self->frame, runs->len > 0);
  gtk_widget_set_visible (self->none, runs->len == 0);

  return TRUE;
}
