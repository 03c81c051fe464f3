#include "koyomi-sourcing-page.h"

#include "koyomi-accept-dialog.h"
#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-maturity-line.h"
#include "koyomi-record-edit.h"
#include "koyomi-row-table.h"
#include "koyomi-sourcing-table.h"
#include "koyomi-ui.h"

#define N_AREAS (KOYOMI_AREA_IV + 1)

struct _KoyomiSourcingPage
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  GtkDropDown         *pattern;
  GtkLabel            *pattern_summary;
  GtkGrid             *quadrant;
  GtkWidget           *mismatch_place;
  GtkLabel            *mismatch_title;
  GtkLabel            *name;
  GtkLabel            *detail;
  GtkDropDown         *area;
  GtkWidget           *accept_button;
  GtkWidget           *back_button;

  GtkWidget           *areas[N_AREAS];      /* a box for each */
  GtkListBox          *lists[N_AREAS];
  char                *listed[N_AREAS];     /* what the list was made from */
  KoyomiRowTable      *mismatches;
  KoyomiSourcingTable *table;               /* NULL until it is shown */
  gint64               selected;            /* a function; 0 for none */
  gboolean             is_showing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiSourcingPage, pattern),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, pattern_summary),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, quadrant),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, mismatch_place),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, mismatch_title),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, name),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, detail),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, area),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, accept_button),
  KOYOMI_UI_CHILD (KoyomiSourcingPage, back_button),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiSourcingPage, koyomi_sourcing_page, GTK_TYPE_WIDGET)

static KoyomiLanguage
get_language (KoyomiSourcingPage *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static const char *
get_area_label (KoyomiSourcingPage *self,
                KoyomiArea          area)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_FUNCTION)->fields[KOYOMI_FIELD_INDEX (KOYOMI_FUNCTION_AREA)];

  return koyomi_field_get_word_label (field, area, get_language (self));
}

/* Returns: (nullable): the row of the function that is chosen */
static const KoyomiSourcingRow *
find_selected (KoyomiSourcingPage *self)
{
  for (guint i = 0; self->table != NULL && i < self->table->rows->len; i++)
    {
      const KoyomiSourcingRow *row = g_ptr_array_index (self->table->rows, i);

      if (koyomi_record_get_id (row->function) == self->selected)
        return row;
    }

  return NULL;
}

/* Who should do it and who does, and why that is all right. */
static char *
describe (KoyomiSourcingPage      *self,
          const KoyomiSourcingRow *row)
{
  KoyomiLanguage language = get_language (self);
  g_autoptr(GString) text = g_string_new (NULL);
  const char *actual = koyomi_sourcing_get_label (row->actual, language);

  /* Translators: %s is such as “In-house” */
  g_string_append_printf (text, koyomi_tr (language, N_("Recommended: %s")),
                          row->recommended != 0 ? koyomi_sourcing_get_label (row->recommended, language) : "–");
  g_string_append (text, "   ");
  /* Translators: %s is such as “In-house” */
  g_string_append_printf (text, koyomi_tr (language, N_("Actual: %s")), actual);
  if (*row->team != '\0')
    g_string_append_printf (text, " (%s)", row->team);

  if (row->waiver != NULL)
    {
      guint32 day = koyomi_record_get_day (row->waiver, KOYOMI_WAIVER_UNTIL_DAY);
      g_autofree char *until = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : NULL;
      const char *decided_by = koyomi_record_get_text (row->waiver, KOYOMI_WAIVER_DECIDED_BY);

      /* Translators: %s is the reason why something is accepted */
      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_tr (language, N_("Accepted: %s")), koyomi_record_get_text (row->waiver, KOYOMI_WAIVER_REASON));
      if (*decided_by != '\0')
        g_string_append_printf (text, "   %s", decided_by);
      if (until != NULL)
        g_string_append_printf (text, "   – %s", until);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_selected (KoyomiSourcingPage *self)
{
  const KoyomiSourcingRow *row = find_selected (self);
  gboolean can_edit = koyomi_workspace_can_edit (self->workspace);
  g_autofree char *name = row != NULL ? koyomi_maturity_line_name_function (row->function) : NULL;
  g_autofree char *detail = row != NULL ? describe (self, row) : NULL;

  gtk_label_set_label (self->name, name != NULL ? name : koyomi_workspace_tr (self->workspace, N_("Choose a function")));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->area), can_edit && row != NULL);
  gtk_widget_set_sensitive (self->accept_button, can_edit && row != NULL && row->is_mismatch && row->waiver == NULL);
  gtk_widget_set_visible (self->accept_button, row == NULL || row->waiver == NULL);
  gtk_widget_set_visible (self->back_button, row != NULL && row->waiver != NULL);
  gtk_widget_set_sensitive (self->back_button, can_edit);

  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->area, row != NULL ? row->area : KOYOMI_AREA_NONE);
  self->is_showing = FALSE;
}

static gint64
get_function (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "function");
}

/* The list of one area has what is chosen, the others have nothing. */
static void
select_in_lists (KoyomiSourcingPage *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < N_AREAS; i++)
    {
      GtkListBoxRow *row, *found = NULL;

      for (int j = 0; (row = gtk_list_box_get_row_at_index (self->lists[i], j)) != NULL; j++)
        if (get_function (row) == self->selected)
          found = row;
      gtk_list_box_select_row (self->lists[i], found);
    }
  self->is_showing = FALSE;
}

static void
row_selected_cb (KoyomiSourcingPage *self,
                 GtkListBoxRow      *row)
{
  if (self->is_showing || row == NULL)
    return;

  self->selected = get_function (row);
  select_in_lists (self);
  show_selected (self);
}

static void
mismatch_cb (KoyomiSourcingPage *self)
{
  int place = koyomi_row_table_get_chosen (self->mismatches);

  if (self->is_showing || self->table == NULL || place < 0 || place >= (int) self->table->mismatches->len)
    return;

  self->selected = koyomi_record_get_id (((KoyomiSourcingRow *) g_ptr_array_index (self->table->mismatches, place))->function);
  select_in_lists (self);
  show_selected (self);
}

static GtkWidget *
make_line (KoyomiSourcingPage      *self,
           const KoyomiSourcingRow *row)
{
  g_autofree char *name = koyomi_maturity_line_name_function (row->function);
  gboolean is_open = row->is_mismatch && row->waiver == NULL;
  g_autofree char *text = g_strconcat (is_open ? "▲ " : "", name, NULL);
  g_autofree char *detail = describe (self, row);
  g_autofree char *whole = g_strjoin (", ", name, detail, NULL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *line = gtk_list_box_row_new ();
  gint64 id = koyomi_record_get_id (row->function);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (line, whole);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), label);
  g_object_set_data_full (G_OBJECT (line), "function", g_memdup2 (&id, sizeof id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);

  return line;
}

/* Everything that the list of an area shows, to tell whether it is still right. */
static char *
sign_area (KoyomiSourcingPage *self,
           KoyomiArea          area)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      const KoyomiSourcingRow *row = g_ptr_array_index (self->table->rows, i);
      g_autofree char *detail = row->area == area ? describe (self, row) : NULL;

      if (detail != NULL)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "%s%s%d\n", koyomi_record_get_id (row->function),
                                koyomi_record_get_title (row->function), detail, row->is_mismatch);
    }

  return g_string_free (text, FALSE);
}

static void
fill_area (KoyomiSourcingPage *self,
           KoyomiArea          area)
{
  g_autofree char *sign = sign_area (self, area);
  GtkListBoxRow *old;

  gtk_widget_set_visible (self->areas[area], area != KOYOMI_AREA_NONE || *sign != '\0');
  if (g_strcmp0 (sign, self->listed[area]) == 0)
    return;

  g_free (self->listed[area]);
  self->listed[area] = g_steal_pointer (&sign);
  while ((old = gtk_list_box_get_row_at_index (self->lists[area], 0)) != NULL)
    gtk_list_box_remove (self->lists[area], GTK_WIDGET (old));
  for (guint i = 0; i < self->table->rows->len; i++)
    if (((KoyomiSourcingRow *) g_ptr_array_index (self->table->rows, i))->area == area)
      gtk_list_box_append (self->lists[area], make_line (self, g_ptr_array_index (self->table->rows, i)));
}

static void
fill_mismatches (KoyomiSourcingPage *self)
{
  KoyomiLanguage language = get_language (self);
  /* Translators: how many functions are not done by whom they should be, and how many of them nobody has accepted */
  g_autofree char *title = g_strdup_printf (koyomi_tr (language, N_("Mismatches: %u, of which %u are open")), self->table->mismatches->len,
                                            self->table->n_open);

  gtk_label_set_label (self->mismatch_title, title);
  koyomi_row_table_clear (self->mismatches);
  for (guint i = 0; i < self->table->mismatches->len; i++)
    {
      const KoyomiSourcingRow *row = g_ptr_array_index (self->table->mismatches, i);
      GStrv cells = g_new0 (char *, 5);

      cells[0] = koyomi_maturity_line_name_function (row->function);
      cells[1] = g_strdup (koyomi_sourcing_get_label (row->recommended, language));
      cells[2] = g_strdup (*row->team != '\0' ? row->team : koyomi_sourcing_get_label (row->actual, language));
      cells[3] = g_strdup (koyomi_tr (language, row->waiver != NULL ? N_("Accepted") : N_("Open")));
      koyomi_row_table_take_row (self->mismatches, cells);
    }
  koyomi_row_table_show (self->mismatches);
}

static void
show_pattern (KoyomiSourcingPage *self)
{
  gtk_drop_down_set_selected (self->pattern, self->table->pattern);
  gtk_label_set_label (self->pattern_summary, koyomi_sourcing_pattern_get_summary (self->table->pattern, get_language (self)));
}

/* Shows the sourcing of that catalogue as it stands. */
gboolean
koyomi_sourcing_page_show (GtkWidget  *page,
                           gint64      catalogue,
                           GError    **error)
{
  KoyomiSourcingPage *self = KOYOMI_SOURCING_PAGE (page);
  KoyomiSourcingTable *table = koyomi_session_load_sourcing (koyomi_workspace_get_session (self->workspace), catalogue,
                                                             koyomi_day_today (), get_language (self), error);

  if (table == NULL)
    return FALSE;

  g_clear_pointer (&self->table, koyomi_sourcing_table_free);
  self->table = table;
  self->is_showing = TRUE;
  show_pattern (self);
  for (guint i = 0; i < N_AREAS; i++)
    fill_area (self, i);
  fill_mismatches (self);
  self->is_showing = FALSE;

  if (find_selected (self) == NULL)
    mismatch_cb (self);
  select_in_lists (self);
  show_selected (self);

  return TRUE;
}

static void
pattern_cb (KoyomiSourcingPage *self)
{
  g_autoptr(GError) error = NULL;

  if (self->is_showing)
    return;

  if (!koyomi_session_set_sourcing_pattern (koyomi_workspace_get_session (self->workspace), gtk_drop_down_get_selected (self->pattern),
                                            get_language (self), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The pattern was not changed")), error);
}

static void
area_cb (KoyomiSourcingPage *self)
{
  const KoyomiSourcingRow *row = find_selected (self);
  g_autoptr(KoyomiRecord) function = NULL;

  if (self->is_showing || row == NULL)
    return;

  function = koyomi_record_copy (row->function);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_AREA, gtk_drop_down_get_selected (self->area));
  koyomi_workspace_save (self->workspace, function);
}

static void
accept_cb (KoyomiSourcingPage *self)
{
  const KoyomiSourcingRow *row = find_selected (self);

  if (row != NULL)
    koyomi_accept_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, row->function);
}

static void
back_cb (KoyomiSourcingPage *self)
{
  const KoyomiSourcingRow *row = find_selected (self);
  g_autoptr(GError) error = NULL;

  if (row != NULL && row->waiver != NULL &&
      !koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_WAIVER, koyomi_record_get_id (row->waiver),
                              get_language (self), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, N_("The acceptance was not taken back")), error);
}

static gboolean
koyomi_sourcing_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KOYOMI_SOURCING_PAGE (widget)->pattern));
}

static void
koyomi_sourcing_page_dispose (GObject *object)
{
  KoyomiSourcingPage *self = KOYOMI_SOURCING_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->table, koyomi_sourcing_table_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_sourcing_page_parent_class)->dispose (object);
}

static void
koyomi_sourcing_page_finalize (GObject *object)
{
  for (guint i = 0; i < N_AREAS; i++)
    g_free (KOYOMI_SOURCING_PAGE (object)->listed[i]);

  G_OBJECT_CLASS (koyomi_sourcing_page_parent_class)->finalize (object);
}

static void
koyomi_sourcing_page_class_init (KoyomiSourcingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_sourcing_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_sourcing_page_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_sourcing_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_sourcing_page_init (KoyomiSourcingPage *self)
{
}

static GtkWidget *
make_caption (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_area (KoyomiSourcingPage *self,
           KoyomiArea          area)
{
  const char *label = get_area_label (self, area);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *heading = make_caption (label, "heading");
  GtkWidget *summary = make_caption (koyomi_area_get_summary (area, get_language (self)), "caption");
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_add_css_class (list, "koyomi-area-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "card");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), summary);
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  self->lists[area] = GTK_LIST_BOX (list);

  return box;
}

/* As the textbook draws them: information from inside at the left, much skill above. */
static void
add_areas (KoyomiSourcingPage *self)
{
  static const struct { int column, row, width; } places[N_AREAS] = {
    [KOYOMI_AREA_NONE] = { 0, 2, 2 }, [KOYOMI_AREA_I] = { 0, 1, 1 }, [KOYOMI_AREA_II] = { 1, 1, 1 },
    [KOYOMI_AREA_III] = { 0, 0, 1 }, [KOYOMI_AREA_IV] = { 1, 0, 1 },
  };

  for (guint i = 0; i < N_AREAS; i++)
    {
      self->areas[i] = make_area (self, i);
      gtk_grid_attach (self->quadrant, self->areas[i], places[i].column, places[i].row, places[i].width, 1);
    }
}

static void
fill_choices (KoyomiSourcingPage *self)
{
  g_autoptr(GtkStringList) patterns = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) areas = gtk_string_list_new (NULL);

  for (guint i = 0; i < KOYOMI_N_SOURCING_PATTERNS; i++)
    gtk_string_list_append (patterns, koyomi_sourcing_pattern_get_label (i, get_language (self)));
  for (guint i = 0; i < N_AREAS; i++)
    gtk_string_list_append (areas, get_area_label (self, i));

  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->pattern, G_LIST_MODEL (patterns));
  gtk_drop_down_set_model (self->area, G_LIST_MODEL (areas));
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->pattern), koyomi_workspace_can_edit (self->workspace));
}

static void
add_mismatches (KoyomiSourcingPage *self)
{
  KoyomiLanguage language = get_language (self);

  self->mismatches = KOYOMI_ROW_TABLE (koyomi_row_table_new (koyomi_tr (language, N_("Mismatches of sourcing"))));
  koyomi_row_table_add_column (self->mismatches, koyomi_tr (language, N_("Function")), FALSE);
  koyomi_row_table_add_column (self->mismatches, koyomi_tr (language, N_("Recommended")), TRUE);
  koyomi_row_table_add_column (self->mismatches, koyomi_tr (language, N_("Actual")), FALSE);
  koyomi_row_table_add_column (self->mismatches, koyomi_tr (language, N_("State")), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->mismatches), TRUE);
  gtk_box_append (GTK_BOX (self->mismatch_place), GTK_WIDGET (self->mismatches));
}

GtkWidget *
koyomi_sourcing_page_new (KoyomiWorkspace *workspace)
{
  KoyomiSourcingPage *self = g_object_new (KOYOMI_TYPE_SOURCING_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_SOURCING_PAGE, "koyomi-sourcing-page", koyomi_workspace_get_language (workspace), children);
  add_areas (self);
  add_mismatches (self);
  fill_choices (self);

  g_signal_connect_object (self->mismatches, "chosen", G_CALLBACK (mismatch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pattern, "notify::selected", G_CALLBACK (pattern_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->area, "notify::selected", G_CALLBACK (area_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept_button, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
