#include "koyomi-controls-page.h"

#include "koyomi-control-map.h"
#include "koyomi-control-pane.h"
#include "koyomi-control-squares.h"
#include "koyomi-data-table.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-search-escape.h"
#include "koyomi-text-fold.h"
#include "koyomi-ui.h"

/* What stands before the states. */
#define ALL_CONTROLS 0
#define WITH_GAPS 1
#define FIRST_STATE 2

struct _KoyomiControlsPage
{
  KoyomiAuditPane   parent_instance;

  GtkWidget        *box;
  GtkWidget        *search;
  GtkWidget        *states;
  GtkWidget        *map_button;
  GtkWidget        *paned;
  GtkWidget        *stack;
  GtkWidget        *squares;
  GtkLabel         *count_label;

  KoyomiControlMap  *map;
  KoyomiDataTable   *table;
  KoyomiControlPane *pane;
  GPtrArray         *lines;    /* (element-type KoyomiControlLine) */
  gint64             chosen;
  char              *needle;   /* what is searched for, folded */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiControlsPage, box),
  KOYOMI_UI_CHILD (KoyomiControlsPage, search),
  KOYOMI_UI_CHILD (KoyomiControlsPage, states),
  KOYOMI_UI_CHILD (KoyomiControlsPage, map_button),
  KOYOMI_UI_CHILD (KoyomiControlsPage, paned),
  KOYOMI_UI_CHILD (KoyomiControlsPage, stack),
  KOYOMI_UI_CHILD (KoyomiControlsPage, squares),
  KOYOMI_UI_CHILD (KoyomiControlsPage, count_label),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiControlsPage, koyomi_controls_page, KOYOMI_TYPE_AUDIT_PANE)

static KoyomiRecord *
get_control (gconstpointer row)
{
  return ((const KoyomiControlLine *) row)->control;
}

static gint64
get_id (gconstpointer row)
{
  return koyomi_record_get_id (get_control (row));
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  gint64 left = koyomi_record_get_int (get_control (a), KOYOMI_CONTROL_POSITION);
  gint64 right = koyomi_record_get_int (get_control (b), KOYOMI_CONTROL_POSITION);

  return (left > right) - (left < right);
}

static char *
format_code (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_control (row), KOYOMI_CONTROL_CODE));
}

static char *
format_name (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (get_control (row)));
}

static char *
format_applicable (gconstpointer  row,
                   KoyomiLanguage language)
{
  return g_strdup (koyomi_control_is_applicable (get_control (row)) ? koyomi_tr (language, N_("Applies"))
                                                                    : koyomi_tr (language, N_("Left out")));
}

static char *
format_reason (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_control (row), KOYOMI_CONTROL_REASON));
}

static char *
format_status (gconstpointer  row,
               KoyomiLanguage language)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_CONTROL)->fields[KOYOMI_FIELD_INDEX (KOYOMI_CONTROL_STATUS)];

  return g_strdup (koyomi_field_get_word_label (field, koyomi_record_get_int (get_control (row), KOYOMI_CONTROL_STATUS), language));
}

static char *
format_state (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_control_state_get_label (((const KoyomiControlLine *) row)->state, language));
}

static int
compare_state (gconstpointer a,
               gconstpointer b)
{
  return (int) ((const KoyomiControlLine *) a)->state - (int) ((const KoyomiControlLine *) b)->state;
}

static const char *
get_state_style (gconstpointer row)
{
  return koyomi_control_squares_get_style (((const KoyomiControlLine *) row)->state);
}

static const KoyomiDataColumn columns[] = {
  { N_("Control"), format_code, compare_order, NULL, 76 },
  { N_("Name"), format_name, NULL, NULL, 0 },
  { N_("Applicability"), format_applicable, NULL, NULL, 96 },
  { N_("Reason"), format_reason, NULL, NULL, 0 },
  { N_("Status"), format_status, NULL, NULL, 110 },
  { N_("Evidence"), format_state, compare_state, get_state_style, 190 },
};

static KoyomiLanguage
get_language (KoyomiControlsPage *self)
{
  return koyomi_audit_pane_get_language (KOYOMI_AUDIT_PANE (self));
}

static gboolean
has_text (KoyomiControlsPage *self,
          KoyomiRecord       *control)
{
  g_autofree char *text = g_strjoin ("\n", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (control),
                                     koyomi_record_get_text (control, KOYOMI_CONTROL_THEME),
                                     koyomi_record_get_text (control, KOYOMI_CONTROL_REASON), NULL);
  g_autofree char *folded = koyomi_text_fold (text);

  return koyomi_text_matches (folded, self->needle);
}

static gboolean
is_wanted (gconstpointer row,
           gpointer      page)
{
  KoyomiControlsPage *self = page;
  const KoyomiControlLine *line = row;
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));

  return (selected == ALL_CONTROLS || (selected == WITH_GAPS && line->gaps != 0) ||
          (selected >= FIRST_STATE && line->state == selected - FIRST_STATE)) && has_text (self, line->control);
}

static void
show_count (KoyomiControlsPage *self,
            guint               n_shown)
{
  guint counts[KOYOMI_N_CONTROL_STATES] = { 0 };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    counts[((KoyomiControlLine *) g_ptr_array_index (self->lines, i))->state]++;
  for (int state = KOYOMI_N_CONTROL_STATES - 1; state >= 0; state--)
    g_string_append_printf (text, "%s%s %s %u", text->len > 0 ? "   " : "", koyomi_control_squares_get_glyph (state),
                            koyomi_control_state_get_label (state, get_language (self)), counts[state]);
  if (n_shown < self->lines->len)
    {
      /* Translators: how many controls match what is searched for, and how many there are */
      g_autofree char *part = g_strdup_printf (koyomi_tr (get_language (self), N_("%u of %u match")), n_shown, self->lines->len);

      g_string_append_printf (text, "   %s", part);
    }
  gtk_label_set_label (self->count_label, text->str);
}

static const KoyomiControlLine *
find_line (KoyomiControlsPage *self,
           gint64              control)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (get_id (g_ptr_array_index (self->lines, i)) == control)
      return g_ptr_array_index (self->lines, i);

  return NULL;
}

static void
show_chosen (KoyomiControlsPage *self)
{
  const KoyomiControlLine *line = find_line (self, self->chosen);

  if (line != NULL)
    koyomi_control_pane_show (self->pane, line);
}

static void
show_lines (KoyomiControlsPage *self)
{
  koyomi_control_map_show (self->map, self->lines, is_wanted, self);
  show_count (self, koyomi_data_table_show (self->table, self->lines, is_wanted, self));
}

static gint64
get_first (KoyomiControlsPage *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (koyomi_record_get_int (get_control (g_ptr_array_index (self->lines, i)), KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A)
      return get_id (g_ptr_array_index (self->lines, i));

  return self->lines->len > 0 ? get_id (g_ptr_array_index (self->lines, 0)) : 0;
}

static gboolean
koyomi_controls_page_refresh (KoyomiAuditPane  *pane,
                              GError          **error)
{
  KoyomiControlsPage *self = KOYOMI_CONTROLS_PAGE (pane);
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (koyomi_audit_pane_get_session (pane), koyomi_day_today (),
                                                                     get_language (self), error);

  if (facts == NULL)
    return FALSE;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = koyomi_control_register_make (facts);
  show_lines (self);
  koyomi_controls_page_choose (self, self->chosen != 0 && find_line (self, self->chosen) != NULL ? self->chosen : get_first (self));
  show_chosen (self);

  return TRUE;
}

static void
filter_cb (KoyomiControlsPage *self)
{
  g_free (self->needle);
  self->needle = koyomi_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->lines != NULL)
    show_lines (self);
}

static void
square_cb (KoyomiControlsPage *self,
           gint64              control)
{
  koyomi_controls_page_choose (self, control);
}

static void
row_cb (KoyomiControlsPage *self)
{
  gint64 control = koyomi_data_table_get_chosen (self->table);

  if (control != 0)
    koyomi_controls_page_choose (self, control);
}

static gboolean
shows_map (KoyomiControlsPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->map_button));
}

static void
toggled_cb (KoyomiControlsPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shows_map (self) ? "map" : "table");
}

/* From a control to what is said of it. */
static void
go_to_pane (KoyomiControlsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static gboolean
koyomi_controls_page_grab_focus (GtkWidget *widget)
{
  KoyomiControlsPage *self = KOYOMI_CONTROLS_PAGE (widget);

  return gtk_widget_grab_focus (shows_map (self) ? GTK_WIDGET (self->map) : GTK_WIDGET (self->table));
}

static void
entered_cb (KoyomiControlsPage *self)
{
  filter_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
koyomi_controls_page_dispose (GObject *object)
{
  KoyomiControlsPage *self = KOYOMI_CONTROLS_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (koyomi_controls_page_parent_class)->dispose (object);
}

static void
koyomi_controls_page_class_init (KoyomiControlsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_controls_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = koyomi_controls_page_grab_focus;
  KOYOMI_AUDIT_PANE_CLASS (klass)->refresh = koyomi_controls_page_refresh;
}

static void
koyomi_controls_page_init (KoyomiControlsPage *self)
{
  self->needle = g_strdup ("");
}

static void
offer_states (KoyomiControlsPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, koyomi_tr (get_language (self), N_("All controls")));
  gtk_string_list_append (names, koyomi_tr (get_language (self), N_("Something is missing")));
  for (int i = 0; i < KOYOMI_N_CONTROL_STATES; i++)
    gtk_string_list_append (names, koyomi_control_state_get_label (i, get_language (self)));
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->states), names, ALL_CONTROLS);
}

static void
fill (KoyomiControlsPage *self)
{
  KoyomiLanguage language = get_language (self);

  self->map = KOYOMI_CONTROL_MAP (koyomi_control_map_new (language));
  gtk_box_append (GTK_BOX (self->squares), GTK_WIDGET (self->map));
  self->table = KOYOMI_DATA_TABLE (koyomi_data_table_new (koyomi_tr (language, N_("Statement of Applicability")), language, columns,
                                                          G_N_ELEMENTS (columns), get_id));
  koyomi_data_table_set_menu (self->table, koyomi_tr (get_language (self), N_("_Edit…")), NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->table), "table");
  self->pane = KOYOMI_CONTROL_PANE (koyomi_control_pane_new (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self))));
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), 320, -1);
  gtk_paned_set_end_child (GTK_PANED (self->paned), GTK_WIDGET (self->pane));
  offer_states (self);
}

static void
connect (KoyomiControlsPage *self)
{
  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->states, "notify::selected", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "chosen", G_CALLBACK (square_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "chosen", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (go_to_pane), self, G_CONNECT_SWAPPED);
}

GtkWidget *
koyomi_controls_page_new (KoyomiWorkspace *workspace)
{
  KoyomiControlsPage *self = g_object_new (KOYOMI_TYPE_CONTROLS_PAGE, NULL);

  koyomi_audit_pane_attach (KOYOMI_AUDIT_PANE (self), workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_CONTROLS_PAGE, "koyomi-controls-page", koyomi_workspace_get_language (workspace), children);
  fill (self);
  connect (self);

  return GTK_WIDGET (self);
}

/* What is typed for the control before is written first. */
void
koyomi_controls_page_choose (KoyomiControlsPage *self,
                             gint64              control)
{
  g_return_if_fail (KOYOMI_IS_CONTROLS_PAGE (self));

  if (control == self->chosen)
    return;

  koyomi_workspace_flush (koyomi_audit_pane_get_workspace (KOYOMI_AUDIT_PANE (self)));
  self->chosen = control;
  if (self->lines == NULL)
    return;

  koyomi_control_map_choose (self->map, control);
  koyomi_data_table_choose (self->table, control);
  show_chosen (self);
}
