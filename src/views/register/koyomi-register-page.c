#include "koyomi-register-page.h"

#include "koyomi-day.h"
#include "koyomi-focus.h"
#include "koyomi-record-edit.h"
#include "koyomi-register-dialog.h"
#include "koyomi-risk-dialog.h"
#include "koyomi-risk-panel.h"
#include "koyomi-search-escape.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiRegisterPage
{
  GtkWidget                 parent_instance;

  GtkWidget                *search_entry;
  GtkLabel                 *count_label;
  GtkStack                 *stack;
  AdwStatusPage            *none_page;
  GtkWidget                *first_button;   /* adds one, where there is none yet */
  GtkWidget                *place;          /* of the list */

  KoyomiWorkspace          *workspace;
  const KoyomiRegisterKind *kind;
  KoyomiRegisterList       *list;
  KoyomiRiskPanel          *panel;          /* NULL but for risks */
  guint                     n_rows;
  gint64                    wanted;         /* is chosen once it is there; 0 for none */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRegisterPage, search_entry),
  KOYOMI_UI_CHILD (KoyomiRegisterPage, count_label),
  KOYOMI_UI_CHILD (KoyomiRegisterPage, stack),
  KOYOMI_UI_CHILD (KoyomiRegisterPage, none_page),
  KOYOMI_UI_CHILD (KoyomiRegisterPage, first_button),
  KOYOMI_UI_CHILD (KoyomiRegisterPage, place),
  KOYOMI_UI_END
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRegisterPage, koyomi_register_page, GTK_TYPE_WIDGET)

static void activated_cb (KoyomiRegisterPage *self);

static gboolean
koyomi_register_page_grab_focus (GtkWidget *widget)
{
  KoyomiRegisterPage *self = KOYOMI_REGISTER_PAGE (widget);

  return gtk_widget_grab_focus (self->n_rows > 0 ? GTK_WIDGET (self->list) : self->first_button);
}

static void
koyomi_register_page_dispose (GObject *object)
{
  KoyomiRegisterPage *self = KOYOMI_REGISTER_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_register_page_parent_class)->dispose (object);
}

static void
koyomi_register_page_class_init (KoyomiRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_register_page_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_register_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_REGISTER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_register_page_init (KoyomiRegisterPage *self)
{
}

static KoyomiLanguage
get_language (KoyomiRegisterPage *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static GtkWindow *
get_window (KoyomiRegisterPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
fail (KoyomiRegisterPage *self,
      const char         *title,
      const GError       *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_tr (get_language (self), title), error);
}

/* Returns: (nullable) (transfer none): the record of the row that is chosen */
static KoyomiRecord *
get_chosen (KoyomiRegisterPage *self)
{
  KoyomiRegisterItem *item = koyomi_register_list_get_chosen (self->list);

  return item != NULL ? koyomi_register_item_get_record (item) : NULL;
}

static void
show_panel (KoyomiRegisterPage *self)
{
  g_autoptr(GError) error = NULL;

  if (self->panel != NULL && !koyomi_risk_panel_show (self->panel, get_chosen (self), &error))
    fail (self, N_("The plan could not be read"), error);
}

static void
show_count (KoyomiRegisterPage *self)
{
  KoyomiLanguage language = get_language (self);
  guint n_shown = koyomi_register_list_get_n_shown (self->list);
  /* Translators: how many rows of a list are shown, of how many */
  g_autofree char *text = n_shown < self->n_rows
                          ? g_strdup_printf (koyomi_tr (language, N_("%u of %u")), n_shown, self->n_rows)
                          : g_strdup_printf (koyomi_ntr (language, "%u row", "%u rows", self->n_rows), self->n_rows);

  gtk_label_set_label (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, self->n_rows == 0 ? "none" : n_shown == 0 ? "nothing" : "list");
}

static void
chosen_cb (KoyomiRegisterPage *self)
{
  show_count (self);
  show_panel (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
search_cb (KoyomiRegisterPage *self)
{
  koyomi_register_list_set_query (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
filtered_cb (KoyomiRegisterPage *self)
{
  int field = 0, likelihood = 0, impact = 0;

  koyomi_risk_map_view_get_cell (koyomi_risk_panel_get_map (self->panel), &field, &likelihood, &impact);
  koyomi_register_list_set_level (self->list, field, likelihood, impact);
}

static void
judge_cb (KoyomiRegisterPage *self)
{
  if (get_chosen (self) != NULL)
    koyomi_risk_dialog_present (get_window (self), self->workspace, get_chosen (self));
}

static void
add_panel (KoyomiRegisterPage *self)
{
  self->panel = KOYOMI_RISK_PANEL (koyomi_risk_panel_new (self->workspace));
  g_signal_connect_object (self->panel, "filtered", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel, "judge", G_CALLBACK (judge_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->place), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->place), GTK_WIDGET (self->panel));
}

GtkWidget *
koyomi_register_page_new (KoyomiWorkspace          *workspace,
                          const KoyomiRegisterKind *kind)
{
  KoyomiRegisterPage *self = g_object_new (KOYOMI_TYPE_REGISTER_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  koyomi_ui_build (self, KOYOMI_TYPE_REGISTER_PAGE, "koyomi-register-page", get_language (self), children);
  adw_status_page_set_title (self->none_page, koyomi_tr (get_language (self), kind->none));
  adw_status_page_set_description (self->none_page, koyomi_tr (get_language (self), kind->purpose));
  gtk_button_set_label (GTK_BUTTON (self->first_button), koyomi_tr (get_language (self), kind->add));
  gtk_widget_set_sensitive (self->first_button, koyomi_workspace_can_edit (workspace));

  self->list = KOYOMI_REGISTER_LIST (koyomi_register_list_new (kind, get_language (self)));
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "list");
  if (kind->table == KOYOMI_TABLE_RISK)
    add_panel (self);

  koyomi_search_escape_attach (GTK_SEARCH_ENTRY (self->search_entry));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_button, "clicked", G_CALLBACK (koyomi_register_page_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "remove", G_CALLBACK (koyomi_register_page_remove), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
show_map (KoyomiRegisterPage *self,
          GPtrArray          *rows)
{
  g_autoptr(GPtrArray) risks = g_ptr_array_new ();
  KoyomiRiskMap map;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (risks, ((KoyomiRegisterRow *) g_ptr_array_index (rows, i))->record);
  koyomi_risk_map_count (&map, risks);
  koyomi_risk_map_view_show (koyomi_risk_panel_get_map (self->panel), &map);
}

/* Shows the register as it stands in the plan. */
gboolean
koyomi_register_page_load (KoyomiRegisterPage  *self,
                           GError             **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_load_register (koyomi_workspace_get_session (self->workspace), self->kind->table,
                                                            koyomi_day_today (), get_language (self), error);
  g_autoptr(GPtrArray) indexes = rows != NULL ? koyomi_session_index_references (koyomi_workspace_get_session (self->workspace),
                                                                                 self->kind->table, get_language (self), error) : NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (indexes == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, koyomi_register_item_new (self->kind, g_ptr_array_index (rows, i), indexes, get_language (self)));
  self->n_rows = rows->len;
  koyomi_register_list_show (self->list, items);
  if (self->panel != NULL)
    show_map (self, rows);
  if (self->wanted != 0 && koyomi_register_list_choose (self->list, self->wanted))
    self->wanted = 0;

  return TRUE;
}

/* Returns: (transfer none) */
KoyomiRegisterList *
koyomi_register_page_get_list (KoyomiRegisterPage *self)
{
  return self->list;
}

/* Chooses that row, whatever was searched for. */
gboolean
koyomi_register_page_choose (KoyomiRegisterPage *self,
                             gint64              id)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  koyomi_register_list_set_query (self->list, "");
  if (self->panel != NULL)
    koyomi_risk_map_view_clear (koyomi_risk_panel_get_map (self->panel));

  return koyomi_register_list_choose (self->list, id);
}

void
koyomi_register_page_find (KoyomiRegisterPage *self)
{
  gtk_widget_grab_focus (self->search_entry);
}

static gboolean
can_edit (KoyomiRegisterPage *self)
{
  return koyomi_workspace_can_edit (self->workspace);
}

/* Whether there is a row that is one of the register, rather than accepted elsewhere and only told here. */
gboolean
koyomi_register_page_has_own_row (KoyomiRegisterPage *self)
{
  KoyomiRegisterItem *item = koyomi_register_list_get_chosen (self->list);

  return item != NULL && koyomi_register_item_get_origin (item) == self->kind->table;
}

static void
present_new (KoyomiRegisterPage *self,
             KoyomiRecord       *record)
{
  self->wanted = koyomi_record_get_id (record);
  koyomi_register_dialog_present (get_window (self), self->workspace, self->kind, record, TRUE);
}

void
koyomi_register_page_add (KoyomiRegisterPage *self)
{
  g_autoptr(KoyomiRecord) record = koyomi_register_kind_create (self->kind, koyomi_day_today ());

  if (can_edit (self))
    present_new (self, record);
}

void
koyomi_register_page_edit (KoyomiRegisterPage *self)
{
  if (koyomi_register_page_has_own_row (self) && can_edit (self))
    koyomi_register_dialog_present (get_window (self), self->workspace, self->kind, get_chosen (self), FALSE);
}

/* What was accepted elsewhere is seen, and taken back, there. */
static void
go_to_origin (KoyomiRegisterPage *self,
              KoyomiTableId       origin)
{
  GtkWindow *window = get_window (self);
  GtkWindow *below = gtk_window_get_transient_for (window);

  if (below == NULL)
    return;

  gtk_window_close (window);
  gtk_widget_activate_action (GTK_WIDGET (below), origin == KOYOMI_TABLE_WAIVER ? "plan.breaches" : "plan.readiness", NULL);
}

static void
activated_cb (KoyomiRegisterPage *self)
{
  KoyomiRegisterItem *item = koyomi_register_list_get_chosen (self->list);

  if (item != NULL && !koyomi_register_page_has_own_row (self))
    go_to_origin (self, koyomi_register_item_get_origin (item));
  else
    koyomi_register_page_edit (self);
}

void
koyomi_register_page_duplicate (KoyomiRegisterPage *self)
{
  g_autoptr(KoyomiRecord) record = NULL;

  if (!koyomi_register_page_has_own_row (self) || !can_edit (self))
    return;

  record = koyomi_register_kind_duplicate (self->kind, get_chosen (self));
  present_new (self, record);
}

void
koyomi_register_page_remove (KoyomiRegisterPage *self)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_register_page_has_own_row (self) && can_edit (self) &&
      !koyomi_session_remove (koyomi_workspace_get_session (self->workspace), self->kind->table, koyomi_record_get_id (get_chosen (self)),
                              get_language (self), &error))
    fail (self, N_("Nothing was removed"), error);
}
