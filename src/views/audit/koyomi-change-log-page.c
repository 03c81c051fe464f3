#include "koyomi-change-log-page.h"

#include "koyomi-data-table.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-history.h"
#include "koyomi-log-changes.h"
#include "koyomi-log-columns.h"
#include "koyomi-log-footer.h"
#include "koyomi-log-search.h"
#include "koyomi-search-escape.h"
#include "koyomi-ui.h"

/* So many entries are there at once, the others in passing. */
#define FIRST_ENTRIES 200
#define MORE_ENTRIES 1000

struct _KoyomiChangeLogPage
{
  KoyomiAuditPane   parent_instance;

  GtkWidget        *box;
  GtkWidget        *search;
  GtkWidget        *actors;
  GtkWidget        *tables;
  GtkWidget        *days;
  GtkWidget        *clear_button;
  GtkWidget        *paned;
  GtkWidget        *results;
  GtkLabel         *count_label;

  KoyomiDayEntry   *first_day;
  KoyomiDayEntry   *last_day;
  KoyomiDataTable  *table;
  KoyomiLogChanges *changes;
  KoyomiLogFooter  *footer;
  GPtrArray        *entries;       /* (element-type KoyomiEntry): the newest first; all, unless they are being read */
  guint             reading;       /* the source that reads older ones; 0 when all are there */
  GHashTable       *actor_set;     /* those that are offered */
  GtkStringList    *actor_names;
  GArray           *table_ids;     /* (element-type int): in the order in which they are offered, after "all" */
  KoyomiLogSearch  *running;       /* NULL while nothing is searched for */
  gboolean          is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, box),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, search),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, actors),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, tables),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, days),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, clear_button),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, paned),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, results),
  KOYOMI_UI_CHILD (KoyomiChangeLogPage, count_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiChangeLogPage, koyomi_change_log_page, KOYOMI_TYPE_AUDIT_PANE)

static KoyomiLanguage
get_language (KoyomiChangeLogPage *self)
{
  return koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
}

static const char *tr (KoyomiChangeLogPage *self,
                       const char          *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiChangeLogPage *self,
    const char          *text)
{
  return koyomi_tr (get_language (self), text);
}

/* The first moment of a day, in the time zone of the person who looks. */
static gint64
get_start (guint32 day)
{
  g_autoptr(GDateTime) moment = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  moment = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);

  return g_date_time_to_unix (moment) * 1000;
}

/* Its texts belong to what they are chosen or typed in. Returns: whether there is anything to look for */
static gboolean
read_filter (KoyomiChangeLogPage *self,
             KoyomiLogFilter     *filter)
{
  guint actor = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->actors)), table = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->tables));
  guint32 first = koyomi_day_entry_get_day (self->first_day), last = koyomi_day_entry_get_day (self->last_day);

  filter->actor = actor > 0 ? gtk_string_list_get_string (self->actor_names, actor) : NULL;
  filter->table = table > 0 ? g_array_index (self->table_ids, int, table - 1) : -1;
  filter->first_at = first != KOYOMI_DAY_NONE ? get_start (first) : 0;
  filter->last_at = last != KOYOMI_DAY_NONE ? get_start (last + 1) - 1 : 0;
  filter->text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return actor > 0 || table > 0 || filter->first_at != 0 || filter->last_at != 0 || *filter->text != '\0';
}

static void
show_count (KoyomiChangeLogPage *self,
            guint                n_shown,
            gboolean             is_over)
{
  g_autofree char *text = NULL;

  if (!is_over)
    text = g_strdup (self->reading != 0 ? tr (self, N_("Reading the change log…")) : tr (self, N_("Searching…")));
  else if (n_shown == self->entries->len)
    text = g_strdup_printf (koyomi_ntr (get_language (self), "%u change", "%u changes", n_shown), n_shown);
  else
    /* Translators: how many changes are shown, and how many there are */
    text = g_strdup_printf (tr (self, N_("%u of %u changes")), n_shown, self->entries->len);
  gtk_label_set_label (self->count_label, text);
}

static void
show_found (GPtrArray    *found,
            gboolean      is_over,
            const GError *error,
            gpointer      page)
{
  KoyomiChangeLogPage *self = page;

  if (error != NULL)
    koyomi_workspace_fail (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self)), tr (self, N_("The change log could not be read")), error);
  koyomi_data_table_show (self->table, found, NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->results), found->len > 0 ? "table" : "nothing");
  show_count (self, found->len, is_over);
}

/* What is there is shown while the rest is being read; it is searched once all is. */
static void
start_search (KoyomiChangeLogPage *self)
{
  KoyomiLogFilter filter;

  g_clear_pointer (&self->running, koyomi_log_search_cancel);
  if (self->reading != 0)
    {
      show_found (self->entries, FALSE, NULL, self);
      return;
    }
  if (!read_filter (self, &filter))
    {
      show_found (self->entries, TRUE, NULL, self);
      return;
    }

  show_count (self, 0, FALSE);
  self->running = koyomi_log_search_start (koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self)), self->entries, &filter, show_found, self);
}

static void
filter_cb (KoyomiChangeLogPage *self)
{
  if (!self->is_updating && self->entries != NULL)
    start_search (self);
}

static gboolean
day_cb (KoyomiChangeLogPage *self)
{
  filter_cb (self);

  return TRUE;
}

static void
offer_actor (KoyomiChangeLogPage *self,
             const char          *actor)
{
  if (g_hash_table_add (self->actor_set, g_strdup (actor)))
    gtk_string_list_append (self->actor_names, actor);
}

/* @added: the oldest first; they are taken */
static void
prepend_entries (KoyomiChangeLogPage *self,
                 GPtrArray           *added)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_entry_free);

  g_ptr_array_set_free_func (added, NULL);
  g_ptr_array_set_free_func (self->entries, NULL);
  for (guint i = added->len; i > 0; i--)
    g_ptr_array_add (entries, g_ptr_array_index (added, i - 1));
  g_ptr_array_extend (entries, self->entries, NULL, NULL);
  g_ptr_array_unref (self->entries);
  self->entries = entries;
}

/* Entry 1 is the making of the plan. */
static gboolean
is_whole (GPtrArray *entries)
{
  return entries->len == 0 || koyomi_log_columns_get_seq (g_ptr_array_index (entries, entries->len - 1)) <= 1;
}

/* Older ones, for which the window need not wait. */
static gboolean
read_older_cb (gpointer page)
{
  KoyomiChangeLogPage *self = page;
  gint64 before = koyomi_log_columns_get_seq (g_ptr_array_index (self->entries, self->entries->len - 1));
  g_autoptr(GError) error = NULL;
  GPtrArray *older = koyomi_session_list_entries_before (koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self)), before, MORE_ENTRIES, &error);

  for (guint i = 0; older != NULL && i < older->len; i++)
    offer_actor (self, ((KoyomiEntry *) g_ptr_array_index (older, i))->actor);
  if (older != NULL)
    g_ptr_array_extend_and_steal (self->entries, older);
  if (error == NULL && !is_whole (self->entries))
    return G_SOURCE_CONTINUE;

  self->reading = 0;
  if (error != NULL)
    koyomi_workspace_fail (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self)), tr (self, N_("The change log could not be read")), error);
  start_search (self);

  return G_SOURCE_REMOVE;
}

static gboolean
read_newest (KoyomiChangeLogPage  *self,
             GError              **error)
{
  self->entries = koyomi_session_list_entries_before (koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self)), G_MAXINT64, FIRST_ENTRIES, error);
  if (self->entries == NULL)
    return FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    offer_actor (self, ((KoyomiEntry *) g_ptr_array_index (self->entries, i))->actor);
  if (!is_whole (self->entries))
    self->reading = g_idle_add (read_older_cb, self);

  return TRUE;
}

/* Nobody removes an entry: only those that came since are read, and stand before the others. */
static gboolean
read_entries (KoyomiChangeLogPage  *self,
              GError              **error)
{
  g_autoptr(GPtrArray) added = NULL;
  gint64 after;

  if (self->entries == NULL)
    return read_newest (self, error);

  after = self->entries->len > 0 ? koyomi_log_columns_get_seq (g_ptr_array_index (self->entries, 0)) : 0;
  added = koyomi_session_list_entries (koyomi_audit_pane_get_session (KOYOMI_AUDIT_PANE (self)), after, error);
  if (added == NULL)
    return FALSE;

  g_clear_pointer (&self->running, koyomi_log_search_cancel);
  for (guint i = 0; i < added->len; i++)
    offer_actor (self, ((KoyomiEntry *) g_ptr_array_index (added, i))->actor);
  prepend_entries (self, added);

  return TRUE;
}

static gboolean
koyomi_change_log_page_refresh (KoyomiAuditPane  *pane,
                                GError          **error)
{
  KoyomiChangeLogPage *self = KOYOMI_CHANGE_LOG_PAGE (pane);

  if (!read_entries (self, error))
    return FALSE;

  koyomi_log_footer_show (self->footer, self->entries->len > 0 ? g_ptr_array_index (self->entries, 0) : NULL);
  start_search (self);

  return TRUE;
}

static void
clear_cb (KoyomiChangeLogPage *self)
{
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->actors), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->tables), 0);
  koyomi_day_entry_show_day (self->first_day, KOYOMI_DAY_NONE);
  koyomi_day_entry_show_day (self->last_day, KOYOMI_DAY_NONE);
  self->is_updating = FALSE;
  filter_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
chosen_cb (KoyomiChangeLogPage *self)
{
  koyomi_log_changes_show_entry (self->changes, koyomi_data_table_get_chosen (self->table));
}

/* From an entry to what it changed. */
static void
activated_cb (KoyomiChangeLogPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->changes), GTK_DIR_TAB_FORWARD);
}

static gboolean
koyomi_change_log_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_CHANGE_LOG_PAGE (widget)->table));
}

static void
koyomi_change_log_page_dispose (GObject *object)
{
  KoyomiChangeLogPage *self = KOYOMI_CHANGE_LOG_PAGE (object);

  g_clear_pointer (&self->running, koyomi_log_search_cancel);
  g_clear_handle_id (&self->reading, g_source_remove);
  koyomi_ui_clear (object, children);
  g_clear_object (&self->actor_names);

  G_OBJECT_CLASS (koyomi_change_log_page_parent_class)->dispose (object);
}

static void
koyomi_change_log_page_finalize (GObject *object)
{
  KoyomiChangeLogPage *self = KOYOMI_CHANGE_LOG_PAGE (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_hash_table_unref (self->actor_set);
  g_array_unref (self->table_ids);

  G_OBJECT_CLASS (koyomi_change_log_page_parent_class)->finalize (object);
}

static void
koyomi_change_log_page_class_init (KoyomiChangeLogPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_change_log_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_change_log_page_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_change_log_page_grab_focus;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_change_log_page_refresh;
}

static void
koyomi_change_log_page_init (KoyomiChangeLogPage *self)
{
  self->actor_set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->table_ids = g_array_new (FALSE, FALSE, sizeof (int));
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      language)
{
  return g_utf8_collate (koyomi_tr (GPOINTER_TO_INT (language), koyomi_dictionary_get_table (*(const int *) a)->label),
                         koyomi_tr (GPOINTER_TO_INT (language), koyomi_dictionary_get_table (*(const int *) b)->label));
}

static void
offer_tables (KoyomiChangeLogPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < KOYOMI_N_TABLES; i++)
    g_array_append_val (self->table_ids, i);
  g_array_sort_with_data (self->table_ids, compare_labels, GINT_TO_POINTER (get_language (self)));
  gtk_string_list_append (names, tr (self, N_("All kinds")));
  for (guint i = 0; i < self->table_ids->len; i++)
    gtk_string_list_append (names, tr (self, koyomi_dictionary_get_table (g_array_index (self->table_ids, int, i))->label));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->tables), names, 0);
  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->tables));
}

static void
offer_everybody (KoyomiChangeLogPage *self)
{
  self->actor_names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->actor_names, tr (self, N_("Everybody")));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->actors), self->actor_names, 0);
  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->actors));
}

static KoyomiDayEntry *
add_day (KoyomiChangeLogPage *self,
         const char          *caption)
{
  KoyomiDayEntry *entry = KOYOMI_DAY_ENTRY (koyomi_day_entry_new (caption, get_language (self)));

  koyomi_day_entry_set_optional (entry, TRUE);
  g_signal_connect_object (entry, "commit", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->days), GTK_WIDGET (entry));

  return entry;
}

static void
fill (KoyomiChangeLogPage *self)
{
  KoyomiWorkspace *workspace = koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self));

  self->first_day = add_day (self, tr (self, N_("_First day")));
  self->last_day = add_day (self, tr (self, N_("_Last day")));
  self->table = KOYOMI_DATA_TABLE (koyomi_data_table_new (tr (self, N_("Change Log")), get_language (self), koyomi_log_columns,
                                                          koyomi_n_log_columns, koyomi_log_columns_get_seq));
  koyomi_log_columns_name_zone (self->table, get_language (self));
  koyomi_data_table_set_menu (self->table, tr (self, N_("_Details")), NULL);
  gtk_stack_add_named (GTK_STACK (self->results), GTK_WIDGET (self->table), "table");
  self->changes = KOYOMI_LOG_CHANGES (koyomi_log_changes_new (workspace));
  gtk_paned_set_end_child (GTK_PANED (self->paned), GTK_WIDGET (self->changes));
  self->footer = KOYOMI_LOG_FOOTER (koyomi_log_footer_new (workspace));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->footer));
  offer_everybody (self);
  offer_tables (self);
}

static void
connect (KoyomiChangeLogPage *self)
{
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (koyomi_change_log_page_grab_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actors, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tables, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_change_log_page_new (KoyomiWorkspace *workspace)
{
  KoyomiChangeLogPage *self = g_object_new (KOYOMI_TYPE_CHANGE_LOG_PAGE, NULL);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_CHANGE_LOG_PAGE, "koyomi-change-log-page", koyomi_workspace_get_language (workspace), children);
  fill (self);
  connect (self);

  return GTK_WIDGET (self);
}
