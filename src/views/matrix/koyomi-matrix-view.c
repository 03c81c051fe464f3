#include "koyomi-matrix-view.h"

#include "koyomi-crosswalk-edit.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-drop-names.h"
#include "koyomi-export-dialog.h"
#include "koyomi-focus.h"
#include "koyomi-history-buttons.h"
#include "koyomi-mapping-dialog.h"
#include "koyomi-matrix-commands.h"
#include "koyomi-matrix-compare-bar.h"
#include "koyomi-matrix-comparing.h"
#include "koyomi-matrix-grid.h"
#include "koyomi-matrix-jump.h"
#include "koyomi-matrix-printing.h"
#include "koyomi-ui.h"
#include "koyomi-view-keys.h"

#include <adwaita.h>

struct _KoyomiMatrixView
{
  GtkWidget           parent_instance;

  KoyomiWorkspace    *workspace;
  KoyomiMatrixSheet  *sheet;
  GSimpleActionGroup *shows;          /* what the menu "Show" switches */
  GtkWidget          *box;
  GtkWidget          *grid;
  GtkWidget          *pages;          /* the grid, or a word why there is nothing to see */
  AdwStatusPage      *empty_page;
  GtkWidget          *empty_import_button;
  GtkWidget          *empty_function_button;
  GtkWidget          *empty_teams_button;
  GtkWidget          *search;
  GtkWidget          *catalogues;
  GtkWidget          *breach_badge;
  GtkWidget          *breach_label;
  GtkWidget          *gap_badge;
  GtkWidget          *gap_label;
  GtkWidget          *day_button;
  GtkWidget          *filter_bar;
  GtkWidget          *filter_label;
  GtkWidget          *crosswalk_bar;
  GtkWidget          *unmapped_bar;
  GtkWidget          *unmapped_label;
  GtkWidget          *undo_button;
  GtkWidget          *redo_button;
  GArray             *listed;         /* (element-type gint64): the catalogues of the drop-down */
  gboolean            is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMatrixView, box),
  KOYOMI_UI_CHILD (KoyomiMatrixView, pages),
  KOYOMI_UI_CHILD (KoyomiMatrixView, empty_page),
  KOYOMI_UI_CHILD (KoyomiMatrixView, empty_import_button),
  KOYOMI_UI_CHILD (KoyomiMatrixView, empty_function_button),
  KOYOMI_UI_CHILD (KoyomiMatrixView, empty_teams_button),
  KOYOMI_UI_CHILD (KoyomiMatrixView, search),
  KOYOMI_UI_CHILD (KoyomiMatrixView, catalogues),
  KOYOMI_UI_CHILD (KoyomiMatrixView, breach_badge),
  KOYOMI_UI_CHILD (KoyomiMatrixView, breach_label),
  KOYOMI_UI_CHILD (KoyomiMatrixView, gap_badge),
  KOYOMI_UI_CHILD (KoyomiMatrixView, gap_label),
  KOYOMI_UI_CHILD (KoyomiMatrixView, day_button),
  KOYOMI_UI_CHILD (KoyomiMatrixView, filter_bar),
  KOYOMI_UI_CHILD (KoyomiMatrixView, filter_label),
  KOYOMI_UI_CHILD (KoyomiMatrixView, crosswalk_bar),
  KOYOMI_UI_CHILD (KoyomiMatrixView, unmapped_bar),
  KOYOMI_UI_CHILD (KoyomiMatrixView, unmapped_label),
  KOYOMI_UI_CHILD (KoyomiMatrixView, undo_button),
  KOYOMI_UI_CHILD (KoyomiMatrixView, redo_button),
  KOYOMI_UI_END
};

/* As the menu names them; the last one is only where the matrix is compared. */
static const char *const show_nicks[] = { "all", "breaches", "gaps", "changes" };

G_DEFINE_FINAL_TYPE (KoyomiMatrixView, koyomi_matrix_view, GTK_TYPE_WIDGET)

static KoyomiMatrixRows *
get_rows (KoyomiMatrixView *self)
{
  return koyomi_matrix_grid_get_rows (KOYOMI_MATRIX_GRID (self->grid));
}

/* A catalogue and how many functions it has, such as: CRIC 31. */
static char *
name_catalogue (KoyomiMatrixView *self,
                KoyomiRecord     *catalogue)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  gboolean is_shown = koyomi_record_get_id (catalogue) == koyomi_matrix_sheet_get_catalogue (self->sheet);

  return is_shown && facts != NULL ? g_strdup_printf ("%s %u", koyomi_record_get_title (catalogue), koyomi_matrix_get_n_rows (facts->matrix))
                                   : g_strdup (koyomi_record_get_title (catalogue));
}

static void
update_catalogues (KoyomiMatrixView *self)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  GPtrArray *catalogues = facts != NULL ? koyomi_matrix_get_catalogues (facts->matrix) : NULL;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint shown = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->listed, 0);
  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (catalogues, i);
      gint64 id = koyomi_record_get_id (catalogue);
      g_autofree char *name = name_catalogue (self, catalogue);

      if (id == koyomi_matrix_sheet_get_catalogue (self->sheet))
        shown = i;
      g_array_append_val (self->listed, id);
      gtk_string_list_append (names, name);
    }
  koyomi_drop_down_set_names (GTK_DROP_DOWN (self->catalogues), names, shown);
}

static void
update_badge (GtkWidget  *badge,
              GtkWidget  *label,
              const char *text,
              gboolean    needed,
              gboolean    active)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  /* Where there is no room, the number stays, on whichever side it is. */
  gtk_label_set_ellipsize (GTK_LABEL (label), g_ascii_isdigit (*text) ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (badge, needed || active);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (badge), active);
}

static void
update_badges (KoyomiMatrixView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  KoyomiMatrixShow show = koyomi_matrix_sheet_get_options (self->sheet)->show;
  guint n_breaches = facts != NULL ? facts->breaches->len : 0;
  guint n_gaps = facts != NULL ? facts->n_gaps : 0;
  g_autofree char *breaches = g_strdup_printf (koyomi_ntr (language, "%u breach", "%u breaches", n_breaches), n_breaches);
  g_autofree char *gaps = g_strdup_printf (koyomi_ntr (language, "%u large gap", "%u large gaps", n_gaps), n_gaps);

  update_badge (self->breach_badge, self->breach_label, breaches, n_breaches > 0, show == KOYOMI_MATRIX_SHOW_BREACHES);
  update_badge (self->gap_badge, self->gap_label, gaps, n_gaps > 0, show == KOYOMI_MATRIX_SHOW_GAPS);
}

static void
update_day (KoyomiMatrixView *self)
{
  g_autofree char *day = koyomi_day_format (koyomi_matrix_sheet_get_day (self->sheet));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->day_button), koyomi_matrix_sheet_is_today (self->sheet)
                             ? koyomi_workspace_tr (self->workspace, "Today") : day);
}

static const char *
name_filter (KoyomiMatrixView *self)
{
  const KoyomiMatrixOptions *options = koyomi_matrix_sheet_get_options (self->sheet);

  switch (options->show)
    {
    case KOYOMI_MATRIX_SHOW_BREACHES:
      return koyomi_workspace_tr (self->workspace, "Only functions that break a rule");
    case KOYOMI_MATRIX_SHOW_GAPS:
      return koyomi_workspace_tr (self->workspace, "Only functions two or more levels below their goal");
    case KOYOMI_MATRIX_SHOW_CHANGES:
      return koyomi_workspace_tr (self->workspace, "Only functions that have changed");
    case KOYOMI_MATRIX_SHOW_ALL:
    default:
      return "";
    }
}

/* What the filter asks for, in words, and how much answers it. */
static void
update_filter_bar (KoyomiMatrixView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const KoyomiMatrixOptions *options = koyomi_matrix_sheet_get_options (self->sheet);
  const char *filter = name_filter (self);
  g_autofree char *search = *options->search != '\0' ? g_strdup_printf (koyomi_tr (language, "“%s”"), options->search) : g_strdup ("");
  guint n = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < koyomi_matrix_sheet_get_n_lines (self->sheet); i++)
    n += !koyomi_matrix_sheet_get_line (self->sheet, i)->is_group;
  count = g_strdup_printf (koyomi_ntr (language, "%u row", "%u rows", n), n);
  text = g_strdup_printf ("%s%s%s – %s", filter, *filter != '\0' && *search != '\0' ? " · " : "", search, count);
  gtk_label_set_label (GTK_LABEL (self->filter_label), text);
  gtk_widget_set_visible (self->filter_bar, koyomi_matrix_options_filter (options));
}

/* What other catalogues have and this one does not. */
static void
update_unmapped_bar (KoyomiMatrixView *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  guint n = koyomi_mapping_count_unmapped (self->sheet);
  g_autofree char *text = g_strdup_printf (koyomi_ntr (language, "%u assigned function of other catalogues leads nowhere here",
                                                       "%u assigned functions of other catalogues lead nowhere here", n), n);

  gtk_label_set_label (GTK_LABEL (self->unmapped_label), text);
  gtk_widget_set_visible (self->unmapped_bar, n > 0);
}

/* A plan from before there was a way between two catalogues. */
static void
update_crosswalk_bar (KoyomiMatrixView *self)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);

  gtk_widget_set_visible (self->crosswalk_bar, facts != NULL && koyomi_workspace_can_edit (self->workspace) &&
                                               koyomi_matrix_lacks_crosswalk (facts->matrix));
}

static gboolean
is_empty (KoyomiMatrixView *self)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);

  return facts == NULL || koyomi_matrix_get_n_rows (facts->matrix) == 0 || koyomi_matrix_get_n_columns (facts->matrix) == 0;
}

/* What is missing, and what brings it in. */
static void
update_empty_page (KoyomiMatrixView *self)
{
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  gboolean has_functions = facts != NULL && koyomi_matrix_get_n_rows (facts->matrix) > 0;
  gboolean has_teams = facts != NULL && koyomi_matrix_get_n_columns (facts->matrix) > 0;
  const char *title = N_("No Functions and No Teams Yet");
  const char *description = N_("The matrix shows which team does what. Bring in your table of functions or enter the first one, then enter "
                               "your teams.");

  if (has_functions)
    {
      title = N_("No Teams Yet");
      description = N_("The matrix shows which team does what. Enter the teams that do the functions of this catalogue.");
    }
  else if (has_teams)
    {
      title = N_("No Functions in This Catalogue Yet");
      description = N_("Bring in your table of functions, enter the first one, or choose another catalogue.");
    }

  adw_status_page_set_title (self->empty_page, koyomi_workspace_tr (self->workspace, title));
  adw_status_page_set_description (self->empty_page, koyomi_workspace_tr (self->workspace, description));
  gtk_widget_set_visible (self->empty_import_button, !has_functions);
  gtk_widget_set_visible (self->empty_function_button, !has_functions);
  gtk_widget_set_visible (self->empty_teams_button, !has_teams);
  if (has_functions)
    gtk_widget_add_css_class (self->empty_teams_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->empty_teams_button, "suggested-action");
}

static void
update_shows (KoyomiMatrixView *self)
{
  const KoyomiMatrixOptions *options = koyomi_matrix_sheet_get_options (self->sheet);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->shows), "lines")),
                             g_variant_new_string (show_nicks[options->show]));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->shows), "by-gap")),
                             g_variant_new_boolean (options->by_gap));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->shows), "transposed")),
                             g_variant_new_boolean (options->transposed));
}

static void
lines_changed_cb (KoyomiMatrixView *self)
{
  const char *search = koyomi_matrix_sheet_get_options (self->sheet)->search;

  self->is_updating = TRUE;
  update_catalogues (self);
  update_badges (self);
  update_day (self);
  update_filter_bar (self);
  update_crosswalk_bar (self);
  update_unmapped_bar (self);
  update_shows (self);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), search))
    gtk_editable_set_text (GTK_EDITABLE (self->search), search);
  update_empty_page (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.export", !is_empty (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.print", !is_empty (self));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), is_empty (self) ? "empty" :
                                    koyomi_matrix_sheet_get_n_lines (self->sheet) == 0 ? "nothing" : "grid");
  self->is_updating = FALSE;
}

static void
catalogue_selected_cb (KoyomiMatrixView *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->catalogues));

  if (!self->is_updating && index < self->listed->len)
    koyomi_matrix_sheet_set_catalogue (self->sheet, g_array_index (self->listed, gint64, index));
}

static void
badge_toggled_cb (KoyomiMatrixView *self,
                  GtkToggleButton  *badge)
{
  KoyomiMatrixShow show = GTK_WIDGET (badge) == self->breach_badge ? KOYOMI_MATRIX_SHOW_BREACHES : KOYOMI_MATRIX_SHOW_GAPS;

  if (!self->is_updating)
    koyomi_matrix_sheet_set_show (self->sheet, gtk_toggle_button_get_active (badge) ? show : KOYOMI_MATRIX_SHOW_ALL);
}

static void
searched_cb (KoyomiMatrixView *self)
{
  if (!self->is_updating)
    koyomi_matrix_sheet_set_search (self->sheet, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_left_cb (KoyomiMatrixView *self)
{
  koyomi_matrix_sheet_set_search (self->sheet, "");
  koyomi_matrix_rows_enter (get_rows (self));
}

/* Goes on to what was found, which may not be shown yet. */
static void
search_entered_cb (KoyomiMatrixView *self)
{
  searched_cb (self);
  if (koyomi_matrix_sheet_get_n_lines (self->sheet) > 1 && koyomi_matrix_sheet_get_line (self->sheet, 0)->is_group)
    koyomi_matrix_sheet_go_to (self->sheet, (KoyomiMatrixPlace) { 1, 0 }, FALSE);
  koyomi_matrix_rows_enter (get_rows (self));
}

static gboolean
day_committed_cb (KoyomiMatrixView *self,
                  guint             day)
{
  koyomi_matrix_sheet_set_day (self->sheet, day);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->day_button));

  return TRUE;
}

static void
today_clicked_cb (KoyomiMatrixView *self)
{
  koyomi_matrix_sheet_set_day (self->sheet, KOYOMI_DAY_NONE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->day_button));
}

static void
begins_toggled_cb (KoyomiMatrixView *self,
                   GtkCheckButton   *check)
{
  koyomi_matrix_sheet_set_begins (self->sheet, gtk_check_button_get_active (check));
}

/* Made anew whenever it is asked for. */
static void
make_day_cb (GtkMenuButton *button,
             gpointer       data)
{
  KoyomiMatrixView *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = koyomi_day_entry_new (koyomi_workspace_tr (self->workspace, "Matrix as of"),
                                           koyomi_workspace_get_language (self->workspace));
  GtkWidget *begins = gtk_check_button_new_with_mnemonic (koyomi_workspace_tr (self->workspace, "_Changes begin on this day"));
  GtkWidget *today = gtk_button_new_with_mnemonic (koyomi_workspace_tr (self->workspace, "Back to _Today"));

  koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), koyomi_matrix_sheet_get_day (self->sheet));
  g_signal_connect_object (entry, "commit", G_CALLBACK (day_committed_cb), self, G_CONNECT_SWAPPED);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (begins), koyomi_matrix_sheet_get_begins (self->sheet));
  gtk_widget_set_tooltip_text (begins, koyomi_workspace_tr (self->workspace, "For a re-organisation: what holds until then stays in the "
                                                            "plan. Else a change holds as if it had always been so."));
  gtk_widget_set_sensitive (begins, koyomi_workspace_can_edit (self->workspace));
  g_signal_connect_object (begins, "toggled", G_CALLBACK (begins_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (today, !koyomi_matrix_sheet_is_today (self->sheet));
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), begins);
  gtk_box_append (GTK_BOX (box), today);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
set_lines_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  for (guint i = 0; i < G_N_ELEMENTS (show_nicks); i++)
    if (g_str_equal (show_nicks[i], g_variant_get_string (parameter, NULL)))
      koyomi_matrix_sheet_set_show (KOYOMI_MATRIX_VIEW (data)->sheet, i);
}

static void
set_by_gap_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       data)
{
  koyomi_matrix_sheet_set_by_gap (KOYOMI_MATRIX_VIEW (data)->sheet, g_variant_get_boolean (state));
}

static void
set_transposed_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       data)
{
  koyomi_matrix_sheet_set_transposed (KOYOMI_MATRIX_VIEW (data)->sheet, g_variant_get_boolean (state));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (KOYOMI_MATRIX_VIEW (widget)->search);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  koyomi_matrix_sheet_clear_filter (KOYOMI_MATRIX_VIEW (widget)->sheet);
}

static void
transpose_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  KoyomiMatrixSheet *sheet = KOYOMI_MATRIX_VIEW (widget)->sheet;

  koyomi_matrix_sheet_set_transposed (sheet, !koyomi_matrix_sheet_get_options (sheet)->transposed);
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  koyomi_matrix_sheet_fold_all (KOYOMI_MATRIX_VIEW (widget)->sheet, TRUE);
}

static void
unfold_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  koyomi_matrix_sheet_fold_all (KOYOMI_MATRIX_VIEW (widget)->sheet, FALSE);
}

static void
take_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (koyomi_matrix_sheet_get_facts (KOYOMI_MATRIX_VIEW (widget)->sheet) != NULL)
    koyomi_mapping_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), KOYOMI_MATRIX_VIEW (widget)->sheet);
}

static void
complete_crosswalk_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  KoyomiMatrixView *self = KOYOMI_MATRIX_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (koyomi_session_complete_crosswalk (koyomi_workspace_get_session (self->workspace), koyomi_workspace_get_language (self->workspace),
                                         &error) < 0)
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The cross-walk was not completed"), error);
}

/* @by: how many catalogues further in their list */
static void
go_to_catalogue (KoyomiMatrixView *self,
                 int               by)
{
  int index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->catalogues));

  if (index + by >= 0 && index + by < (int) self->listed->len)
    koyomi_matrix_sheet_set_catalogue (self->sheet, g_array_index (self->listed, gint64, index + by));
}

static void
next_catalogue_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  go_to_catalogue (KOYOMI_MATRIX_VIEW (widget), 1);
}

static void
previous_catalogue_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  go_to_catalogue (KOYOMI_MATRIX_VIEW (widget), -1);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiMatrixView *self = KOYOMI_MATRIX_VIEW (widget);
  const KoyomiExportRequest request = {
    .report = KOYOMI_EXPORT_REPORT_MATRIX,
    .catalogue = koyomi_matrix_sheet_get_catalogue (self->sheet),
    .day = koyomi_matrix_sheet_get_day (self->sheet),
  };

  koyomi_export_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace, &request);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiMatrixView *self = KOYOMI_MATRIX_VIEW (widget);
  const KoyomiMatrixFacts *facts = koyomi_matrix_sheet_get_facts (self->sheet);
  KoyomiRecord *catalogue = facts != NULL ? koyomi_matrix_get_catalogue (facts->matrix) : NULL;

  if (catalogue != NULL)
    koyomi_matrix_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace,
                         koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), koyomi_matrix_sheet_get_day (self->sheet));
}

static gboolean
koyomi_matrix_view_grab_focus (GtkWidget *widget)
{
  KoyomiMatrixView *self = KOYOMI_MATRIX_VIEW (widget);

  if (is_empty (self))
    return gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);

  return koyomi_matrix_rows_enter (get_rows (self));
}

/* The keys of the matrix work from the start, and when it is made anew in another language, without its being scrolled. */
static void
koyomi_matrix_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (koyomi_matrix_view_parent_class)->map (widget);

  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_rows (KOYOMI_MATRIX_VIEW (widget))));
}

static void
koyomi_matrix_view_dispose (GObject *object)
{
  KoyomiMatrixView *self = KOYOMI_MATRIX_VIEW (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->shows);
  g_clear_object (&self->sheet);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_matrix_view_parent_class)->dispose (object);
}

static void
koyomi_matrix_view_finalize (GObject *object)
{
  g_array_unref (KOYOMI_MATRIX_VIEW (object)->listed);

  G_OBJECT_CLASS (koyomi_matrix_view_parent_class)->finalize (object);
}

/* Menus show the last of several. */
static const KoyomiViewKey view_keys[] = {
  { GDK_KEY_f, GDK_CONTROL_MASK, "matrix.search" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "matrix.transpose" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "matrix.export" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "matrix.print" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "matrix.fold-all" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "matrix.fold-all" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "matrix.unfold-all" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "matrix.unfold-all" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "matrix.unfold-all" },
  { GDK_KEY_b, GDK_CONTROL_MASK, "matrix.compare" },
  { GDK_KEY_F8, 0, "matrix.next-change" },
  { GDK_KEY_F8, GDK_SHIFT_MASK, "matrix.previous-change" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "matrix.next-catalogue" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "matrix.previous-catalogue" },
};

static void
koyomi_matrix_view_class_init (KoyomiMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_matrix_view_finalize;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_matrix_view_grab_focus;
  widget_class->map = koyomi_matrix_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  koyomi_matrix_commands_install (widget_class);
  koyomi_matrix_comparing_install (widget_class);
  gtk_widget_class_install_action (widget_class, "matrix.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "matrix.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "matrix.transpose", NULL, transpose_action);
  gtk_widget_class_install_action (widget_class, "matrix.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "matrix.unfold-all", NULL, unfold_all_action);
  gtk_widget_class_install_action (widget_class, "matrix.take-over", NULL, take_over_action);
  gtk_widget_class_install_action (widget_class, "matrix.complete-crosswalk", NULL, complete_crosswalk_action);
  gtk_widget_class_install_action (widget_class, "matrix.next-catalogue", NULL, next_catalogue_action);
  gtk_widget_class_install_action (widget_class, "matrix.previous-catalogue", NULL, previous_catalogue_action);
  gtk_widget_class_install_action (widget_class, "matrix.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "matrix.print", NULL, print_action);
}

static void
koyomi_matrix_view_init (KoyomiMatrixView *self)
{
  self->listed = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add_shows (KoyomiMatrixView *self)
{
  static const GActionEntry entries[] = {
    { .name = "lines", .activate = set_lines_cb, .parameter_type = "s", .state = "'all'" },
    { .name = "by-gap", .state = "false", .change_state = set_by_gap_cb },
    { .name = "transposed", .state = "false", .change_state = set_transposed_cb },
  };

  self->shows = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->shows), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "matrix-show", G_ACTION_GROUP (self->shows));
}

static void
connect_signals (KoyomiMatrixView *self)
{
  g_signal_connect_object (self->sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catalogues, "notify::selected", G_CALLBACK (catalogue_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->breach_badge, "toggled", G_CALLBACK (badge_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gap_badge, "toggled", G_CALLBACK (badge_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_left_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->day_button), make_day_cb, self, NULL);
}

GtkWidget *
koyomi_matrix_view_new (KoyomiWorkspace *workspace)
{
  KoyomiMatrixView *self = g_object_new (KOYOMI_TYPE_MATRIX_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->sheet = koyomi_matrix_sheet_new (workspace);
  add_shows (self);
  koyomi_ui_build (self, KOYOMI_TYPE_MATRIX_VIEW, "koyomi-matrix-view", koyomi_workspace_get_language (workspace), children);

  koyomi_drop_down_let_shrink (GTK_DROP_DOWN (self->catalogues));
  self->grid = koyomi_matrix_grid_new (self->sheet);
  gtk_stack_add_named (GTK_STACK (self->pages), self->grid, "grid");
  gtk_box_insert_child_after (GTK_BOX (self->box), koyomi_matrix_compare_bar_new (self->sheet), self->unmapped_bar);
  koyomi_matrix_commands_attach (GTK_WIDGET (self), self->sheet);
  koyomi_matrix_comparing_attach (GTK_WIDGET (self), self->sheet);
  koyomi_history_buttons_attach (self->undo_button, self->redo_button, workspace);
  koyomi_view_keys_attach (GTK_WIDGET (self), view_keys, G_N_ELEMENTS (view_keys));
  connect_signals (self);
  lines_changed_cb (self);

  return GTK_WIDGET (self);
}

/* Shows what @other shows of the same plan. */
void
koyomi_matrix_view_take_over (KoyomiMatrixView *self,
                              KoyomiMatrixView *other)
{
  g_return_if_fail (KOYOMI_IS_MATRIX_VIEW (self));
  g_return_if_fail (KOYOMI_IS_MATRIX_VIEW (other));

  koyomi_matrix_sheet_take_over (self->sheet, other->sheet);
  koyomi_matrix_rows_take_over (get_rows (self), get_rows (other));
}

/* Goes to the function's line, or to its cell of the team. @function, @team: 0 for none */
void
koyomi_matrix_view_show_cell (KoyomiMatrixView *self,
                              gint64            function,
                              gint64            team)
{
  g_return_if_fail (KOYOMI_IS_MATRIX_VIEW (self));

  koyomi_matrix_jump (self->sheet, function, team);
  koyomi_matrix_rows_enter (get_rows (self));
}
