#include "koyomi-import-bar.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-ui.h"

/* Fiscal years that months may be of: from one before the present to some after it. */
#define YEARS_BEFORE 1
#define N_YEARS 4

struct _KoyomiImportBar
{
  GtkBox               parent_instance;

  KoyomiWorkspace     *workspace;
  KoyomiImportOptions  options;        /* as asked for; its sheet and catalogue are those below */
  char                *sheet;
  char                *catalogue;
  GPtrArray           *catalogues;     /* (element-type KoyomiRecord), as the drop-down has them */
  KoyomiImport        *import;         /* the dry run that is shown; NULL while there is none */
  KoyomiImportOptions  shown;          /* how that was read; without a sheet and a catalogue */
  gboolean             is_filling;
  gboolean             is_telling;     /* "changed" is about to be emitted */

  GtkDropDown         *content_drop;
  GtkDropDown         *sheet_drop;
  GtkDropDown         *catalogue_drop;
  GtkDropDown         *year_drop;
  GtkDropDown         *months_drop;
  GtkBox              *day_box;
  KoyomiDayEntry      *day_entry;
  GtkCheckButton      *begins_check;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiImportBar, content_drop),
  KOYOMI_UI_CHILD (KoyomiImportBar, sheet_drop),
  KOYOMI_UI_CHILD (KoyomiImportBar, catalogue_drop),
  KOYOMI_UI_CHILD (KoyomiImportBar, year_drop),
  KOYOMI_UI_CHILD (KoyomiImportBar, months_drop),
  KOYOMI_UI_CHILD (KoyomiImportBar, day_box),
  KOYOMI_UI_CHILD (KoyomiImportBar, begins_check),
  KOYOMI_UI_END
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KoyomiImportBar, koyomi_import_bar, GTK_TYPE_BOX)

static KoyomiFiscalYear
get_first_year (KoyomiImportBar *self)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());

  year.year -= YEARS_BEFORE;

  return year;
}

/* What the table holds and which sheet it is depend on each other: what is not chosen is found out. */
static void
choose_sheet (KoyomiImportBar *self,
              gpointer         changed)
{
  GtkStringObject *sheet = gtk_drop_down_get_selected_item (self->sheet_drop);

  g_clear_pointer (&self->sheet, g_free);
  if (changed != self->content_drop && sheet != NULL)
    self->sheet = g_strdup (gtk_string_object_get_string (sheet));
  self->options.sheet = self->sheet;
  self->options.content = changed == self->sheet_drop ? KOYOMI_TABLE_CONTENT_UNKNOWN
                                                      : KOYOMI_TABLE_CONTENT_FUNCTIONS + gtk_drop_down_get_selected (self->content_drop);
}

/* The catalogue is guessed until one is asked for, and again of another table. */
static void
choose_catalogue (KoyomiImportBar *self,
                  gpointer         changed)
{
  guint selected = gtk_drop_down_get_selected (self->catalogue_drop);

  if (changed == self->content_drop || changed == self->sheet_drop)
    g_clear_pointer (&self->catalogue, g_free);
  else if (changed == self->catalogue_drop && selected < self->catalogues->len)
    {
      g_free (self->catalogue);
      self->catalogue = g_strdup (koyomi_record_get_text (g_ptr_array_index (self->catalogues, selected), KOYOMI_CATALOGUE_CODE));
    }
  self->options.catalogue = self->catalogue;
}

static gboolean
tell_cb (gpointer data)
{
  KoyomiImportBar *self = data;

  self->is_telling = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, changed_signal, 0);

  return G_SOURCE_REMOVE;
}

/* A day is handed in while the focus moves, or the window closes: only after that can anything be read. */
static void
tell (KoyomiImportBar *self)
{
  if (self->is_telling)
    return;

  self->is_telling = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_object_ref (self), g_object_unref);
}

/* The day of a matrix is the one that it tells, until another is asked for. */
static void
changed_cb (KoyomiImportBar *self,
            GParamSpec      *pspec,
            gpointer         changed)
{
  if (self->is_filling || self->import == NULL)
    return;

  self->options = (KoyomiImportOptions) {
    .fiscal_year = get_first_year (self).year + (int) gtk_drop_down_get_selected (self->year_drop),
    .adjusted_months = gtk_drop_down_get_selected (self->months_drop) == 1,
    .day = koyomi_import_get_day (self->import),
    .begins = gtk_check_button_get_active (self->begins_check),
  };
  choose_sheet (self, changed);
  choose_catalogue (self, changed);
  tell (self);
}

static gboolean
day_committed_cb (KoyomiImportBar *self,
                  guint            day)
{
  if (self->workspace == NULL)
    return FALSE;

  self->options = self->shown;
  self->options.day = day;
  choose_sheet (self, NULL);
  choose_catalogue (self, NULL);
  tell (self);

  return TRUE;
}

static void
koyomi_import_bar_dispose (GObject *object)
{
  KoyomiImportBar *self = KOYOMI_IMPORT_BAR (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->import);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_import_bar_parent_class)->dispose (object);
}

static void
koyomi_import_bar_finalize (GObject *object)
{
  KoyomiImportBar *self = KOYOMI_IMPORT_BAR (object);

  g_free (self->sheet);
  g_free (self->catalogue);
  g_clear_pointer (&self->catalogues, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_import_bar_parent_class)->finalize (object);
}

static void
koyomi_import_bar_class_init (KoyomiImportBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_import_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_import_bar_finalize;

  changed_signal = g_signal_new ("changed", KOYOMI_TYPE_IMPORT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_import_bar_init (KoyomiImportBar *self)
{
}

static void
make_years (KoyomiImportBar *self)
{
  KoyomiFiscalYear year = get_first_year (self);
  g_autoptr(GtkStringList) years = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_YEARS; i++, year.year++)
    gtk_string_list_take (years, koyomi_fiscal_year_format (year, koyomi_workspace_get_language (self->workspace)));

  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (years));
  gtk_drop_down_set_selected (self->year_drop, YEARS_BEFORE);
}

/* Of which catalogue the functions of a matrix are, that does not say so itself. */
static void
make_catalogues (KoyomiImportBar *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->catalogues = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_CATALOGUE, 0, 0,
                                          koyomi_workspace_get_language (self->workspace), NULL);
  if (self->catalogues == NULL)
    self->catalogues = g_ptr_array_new ();
  for (guint i = 0; i < self->catalogues->len; i++)
    gtk_string_list_append (names, koyomi_record_get_title (g_ptr_array_index (self->catalogues, i)));

  koyomi_drop_down_let_shrink (self->catalogue_drop);
  gtk_drop_down_set_model (self->catalogue_drop, G_LIST_MODEL (names));
}

/* The day as of which a matrix is compared with the plan. */
static void
make_day (KoyomiImportBar *self)
{
  GtkWidget *entry = koyomi_day_entry_new (koyomi_workspace_tr (self->workspace, "Matrix as of"),
                                           koyomi_workspace_get_language (self->workspace));

  self->day_entry = KOYOMI_DAY_ENTRY (entry);
  gtk_box_prepend (self->day_box, entry);
  g_signal_connect_object (entry, "commit", G_CALLBACK (day_committed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_import_bar_new (KoyomiWorkspace *workspace)
{
  KoyomiImportBar *self = g_object_new (KOYOMI_TYPE_IMPORT_BAR, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_IMPORT_BAR, "koyomi-import-bar", koyomi_workspace_get_language (workspace), children);
  make_years (self);
  make_catalogues (self);
  make_day (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child))
      g_signal_connect_object (child, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->begins_check, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
show_sheet (KoyomiImportBar *self)
{
  GListModel *names = gtk_drop_down_get_model (self->sheet_drop);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (name), koyomi_import_get_sheet (self->import)))
        gtk_drop_down_set_selected (self->sheet_drop, i);
    }
}

/* One was guessed, or asked for; none where the table names no function that it could be guessed by. */
static void
show_catalogue (KoyomiImportBar *self)
{
  gint64 catalogue = koyomi_import_get_catalogue (self->import);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->catalogues->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->catalogues, i)) == catalogue)
      selected = i;

  gtk_drop_down_set_selected (self->catalogue_drop, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->catalogue_drop), koyomi_import_get_day (self->import) != KOYOMI_DAY_NONE && self->catalogues->len > 1);
}

static void
show_options (KoyomiImportBar *self)
{
  gboolean is_functions = self->shown.content == KOYOMI_TABLE_CONTENT_FUNCTIONS;
  guint32 day = koyomi_import_get_day (self->import);

  gtk_drop_down_set_selected (self->content_drop, self->shown.content - KOYOMI_TABLE_CONTENT_FUNCTIONS);
  gtk_drop_down_set_selected (self->year_drop, self->shown.fiscal_year != 0 ? self->shown.fiscal_year - get_first_year (self).year
                                                                            : YEARS_BEFORE);
  gtk_drop_down_set_selected (self->months_drop, self->shown.adjusted_months);
  gtk_check_button_set_active (self->begins_check, self->shown.begins);
  show_catalogue (self);
  koyomi_day_entry_replace_day (self->day_entry, day);
  gtk_widget_set_visible (GTK_WIDGET (self->year_drop), is_functions);
  gtk_widget_set_visible (GTK_WIDGET (self->months_drop), is_functions);
  gtk_widget_set_visible (GTK_WIDGET (self->day_box), day != KOYOMI_DAY_NONE);
}

/* Shows how the dry run that is shown was read, when another way was tried in vain. */
void
koyomi_import_bar_show_again (KoyomiImportBar *self)
{
  g_return_if_fail (KOYOMI_IS_IMPORT_BAR (self));

  if (self->import == NULL)
    return;

  self->is_filling = TRUE;
  show_options (self);
  show_sheet (self);
  self->is_filling = FALSE;
}

/* Shows how a table was read. @reading: done, by the options of @self */
void
koyomi_import_bar_show (KoyomiImportBar           *self,
                        const KoyomiImportReading *reading)
{
  g_autoptr(GtkStringList) sheets = gtk_string_list_new ((const char * const *) reading->sheets);

  g_return_if_fail (KOYOMI_IS_IMPORT_BAR (self));

  g_set_object (&self->import, reading->import);
  self->shown = self->options;
  self->shown.content = reading->content;
  self->shown.sheet = NULL;
  self->shown.catalogue = NULL;

  self->is_filling = TRUE;
  koyomi_drop_down_set_names (self->sheet_drop, sheets, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_drop), g_strv_length (reading->sheets) > 1);
  self->is_filling = FALSE;
  koyomi_import_bar_show_again (self);
}

/* Returns: how the table is to be read; at first it is found out */
const KoyomiImportOptions *
koyomi_import_bar_get_options (KoyomiImportBar *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_BAR (self), NULL);

  return &self->options;
}

/* Whether the changes of the matrix that is shown begin on its day. */
gboolean
koyomi_import_bar_get_begins (KoyomiImportBar *self)
{
  g_return_val_if_fail (KOYOMI_IS_IMPORT_BAR (self), FALSE);

  return self->import != NULL && koyomi_import_get_day (self->import) != KOYOMI_DAY_NONE && self->shown.begins;
}
