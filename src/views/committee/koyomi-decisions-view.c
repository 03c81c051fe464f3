#include "koyomi-decisions-view.h"

#include "koyomi-day.h"
#include "koyomi-part-dialog.h"
#include "koyomi-part-list.h"
#include "koyomi-record-edit.h"

struct _KoyomiDecisionsView
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  gint64           meeting;
  GPtrArray       *decisions;      /* (element-type KoyomiRecord): taken here */
  GPtrArray       *left;           /* (element-type KoyomiRecord): left open by earlier meetings */
  GtkWidget       *box;
  GtkWidget       *own_list;
  GtkWidget       *left_list;
  GtkWidget       *carry_button;
};

G_DEFINE_FINAL_TYPE (KoyomiDecisionsView, koyomi_decisions_view, GTK_TYPE_WIDGET)

static gboolean
save_decision (KoyomiWorkspace  *workspace,
               gint64            meeting,
               KoyomiRecord     *decision,
               GError          **error)
{
  return koyomi_session_save (koyomi_workspace_get_session (workspace), decision, koyomi_workspace_get_language (workspace), error);
}

static gboolean
add_decision (KoyomiWorkspace  *workspace,
              gint64            meeting,
              KoyomiRecord     *decision,
              GError          **error)
{
  return koyomi_decision_add (koyomi_workspace_get_session (workspace), decision, koyomi_workspace_get_language (workspace), error) != 0;
}

static const KoyomiPartInput decision_inputs[] = {
  { KOYOMI_DECISION_TITLE, N_("_What was decided"), KOYOMI_PART_INPUT_REQUIRED | KOYOMI_PART_INPUT_MULTI_LINE },
  { KOYOMI_DECISION_NOTE, N_("_Note"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartInput action_inputs[] = {
  { KOYOMI_DECISION_TITLE, N_("_What is to be done"), KOYOMI_PART_INPUT_REQUIRED },
  { KOYOMI_DECISION_OWNER, N_("_Owner") },
  { KOYOMI_DECISION_DUE_DAY, N_("_Due") },
  { KOYOMI_DECISION_NOTE, N_("_Note"), KOYOMI_PART_INPUT_MULTI_LINE },
};

static const KoyomiPartForm decision_form = {
  N_("Decision"), N_("_Save"), N_("The decision was not saved"), decision_inputs, G_N_ELEMENTS (decision_inputs), save_decision
};

static const KoyomiPartForm action_form = {
  N_("Action"), N_("_Save"), N_("The action was not saved"), action_inputs, G_N_ELEMENTS (action_inputs), save_decision
};

static const KoyomiPartForm new_decision_form = {
  N_("New Decision"), N_("_Add"), N_("The decision was not saved"), decision_inputs, G_N_ELEMENTS (decision_inputs), add_decision
};

static const KoyomiPartForm new_action_form = {
  N_("New Action"), N_("_Add"), N_("The action was not saved"), action_inputs, G_N_ELEMENTS (action_inputs), add_decision
};

static const char *tr (KoyomiDecisionsView *self,
                       const char          *text) G_GNUC_FORMAT (2);

static const char *
tr (KoyomiDecisionsView *self,
    const char          *text)
{
  return koyomi_workspace_tr (self->workspace, text);
}

static KoyomiRecord *
find_in (GPtrArray *decisions,
         gint64     id)
{
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (decisions, i)) == id)
      return g_ptr_array_index (decisions, i);

  return NULL;
}

/* Returns: (transfer full) (nullable): NULL where nothing can be changed */
static KoyomiRecord *
copy_decision (KoyomiDecisionsView *self,
               GVariant            *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);
  KoyomiRecord *decision = find_in (self->decisions, id);

  if (decision == NULL)
    decision = find_in (self->left, id);

  return decision != NULL && koyomi_workspace_can_edit (self->workspace) ? koyomi_record_copy (decision) : NULL;
}

/* What nobody said the kind of may have to be done, like an action. */
static gboolean
is_action (KoyomiRecord *decision)
{
  return koyomi_record_get_int (decision, KOYOMI_DECISION_KIND) != KOYOMI_DECISION_KIND_DECISION;
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiDecisionsView *self = KOYOMI_DECISIONS_VIEW (widget);
  g_autoptr(KoyomiRecord) decision = copy_decision (self, parameter);

  if (decision != NULL)
    koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace,
                                is_action (decision) ? &action_form : &decision_form, self->meeting, decision);
}

static void
set_status (KoyomiDecisionsView  *self,
            GVariant             *parameter,
            KoyomiDecisionStatus  status)
{
  g_autoptr(KoyomiRecord) decision = copy_decision (self, parameter);
  g_autoptr(GError) error = NULL;

  if (decision == NULL)
    return;

  koyomi_record_set_int (decision, KOYOMI_DECISION_STATUS, status);
  koyomi_record_set_int (decision, KOYOMI_DECISION_DONE_DAY, status == KOYOMI_DECISION_STATUS_DONE ? koyomi_day_today () : KOYOMI_DAY_NONE);
  if (!save_decision (self->workspace, self->meeting, decision, &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("The action was not saved")), error);
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiDecisionsView *self = KOYOMI_DECISIONS_VIEW (widget);
  g_autoptr(KoyomiRecord) decision = copy_decision (self, parameter);

  if (decision != NULL && is_action (decision))
    set_status (self, parameter, koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_DONE
                ? KOYOMI_DECISION_STATUS_OPEN : KOYOMI_DECISION_STATUS_DONE);
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  set_status (KOYOMI_DECISIONS_VIEW (widget), parameter, KOYOMI_DECISION_STATUS_WITHDRAWN);
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  set_status (KOYOMI_DECISIONS_VIEW (widget), parameter, KOYOMI_DECISION_STATUS_OPEN);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiDecisionsView *self = KOYOMI_DECISIONS_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (koyomi_workspace_can_edit (self->workspace) &&
      !koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DECISION, g_variant_get_int64 (parameter),
                              koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, tr (self, N_("Nothing was removed")), error);
}

static void
carry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  KoyomiDecisionsView *self = KOYOMI_DECISIONS_VIEW (widget);
  g_autoptr(GError) error = NULL;
  int n = koyomi_meeting_carry_forward (koyomi_workspace_get_session (self->workspace), self->meeting,
                                        koyomi_workspace_get_language (self->workspace), &error);

  if (n < 0)
    koyomi_workspace_fail (self->workspace, tr (self, N_("Nothing was carried forward")), error);
  else if (n == 0)
    koyomi_workspace_tell (self->workspace, tr (self, N_("All open actions are on that agenda already")));
}

static void
add_new (KoyomiDecisionsView  *self,
         KoyomiDecisionKind    kind,
         const KoyomiPartForm *form)
{
  g_autoptr(KoyomiRecord) decision = koyomi_record_new (KOYOMI_TABLE_DECISION);

  koyomi_record_set_language (decision, koyomi_workspace_get_language (self->workspace));
  koyomi_record_set_int (decision, KOYOMI_DECISION_MEETING, self->meeting);
  koyomi_record_set_int (decision, KOYOMI_DECISION_KIND, kind);
  koyomi_part_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, form, self->meeting, decision);
}

static void
add_decision_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  add_new (KOYOMI_DECISIONS_VIEW (widget), KOYOMI_DECISION_KIND_DECISION, &new_decision_form);
}

static void
add_action_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  add_new (KOYOMI_DECISIONS_VIEW (widget), KOYOMI_DECISION_KIND_ACTION, &new_action_form);
}

static void
koyomi_decisions_view_dispose (GObject *object)
{
  KoyomiDecisionsView *self = KOYOMI_DECISIONS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_decisions_view_parent_class)->dispose (object);
}

static void
koyomi_decisions_view_class_init (KoyomiDecisionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_decisions_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "decisions.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "decisions.toggle", "x", toggle_action);
  gtk_widget_class_install_action (widget_class, "decisions.withdraw", "x", withdraw_action);
  gtk_widget_class_install_action (widget_class, "decisions.reopen", "x", reopen_action);
  gtk_widget_class_install_action (widget_class, "decisions.remove", "x", remove_action);
  gtk_widget_class_install_action (widget_class, "decisions.carry", NULL, carry_action);
  gtk_widget_class_install_action (widget_class, "decisions.add-decision", NULL, add_decision_action);
  gtk_widget_class_install_action (widget_class, "decisions.add-action", NULL, add_action_action);
}

static void
koyomi_decisions_view_init (KoyomiDecisionsView *self)
{
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
set_keys (KoyomiPartList *list)
{
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_ACTIVATE, "decisions.edit");
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_TICK, "decisions.toggle");
  koyomi_part_list_set_key (list, KOYOMI_PART_KEY_REMOVE, "decisions.remove");
}

static void
fill (KoyomiDecisionsView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->own_list = koyomi_part_list_new (self->workspace, tr (self, N_("Decided in this meeting")),
                                         tr (self, N_("Nothing is recorded yet. Each decision and action gets a number by itself.")));
  self->left_list = koyomi_part_list_new (self->workspace, tr (self, N_("Left open by earlier meetings")),
                                          tr (self, N_("Earlier meetings left nothing open.")));
  set_keys (KOYOMI_PART_LIST (self->own_list));
  set_keys (KOYOMI_PART_LIST (self->left_list));
  gtk_box_append (GTK_BOX (buttons), make_button (tr (self, N_("Add D_ecision…")), "decisions.add-decision"));
  gtk_box_append (GTK_BOX (buttons), make_button (tr (self, N_("Add _Action…")), "decisions.add-action"));
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->own_list), buttons);
  self->carry_button = make_button ("", "decisions.carry");
  gtk_widget_set_halign (self->carry_button, GTK_ALIGN_START);
  koyomi_part_list_add_footer (KOYOMI_PART_LIST (self->left_list), self->carry_button);
  gtk_box_append (GTK_BOX (self->box), self->own_list);
  gtk_box_append (GTK_BOX (self->box), self->left_list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
koyomi_decisions_view_new (KoyomiWorkspace *workspace)
{
  KoyomiDecisionsView *self = g_object_new (KOYOMI_TYPE_DECISIONS_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): who, by when, how it stands */
static char *
describe (KoyomiDecisionsView *self,
          KoyomiRecord        *decision)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  const char *owner = koyomi_record_get_text (decision, KOYOMI_DECISION_OWNER);
  g_autofree char *due = koyomi_record_format (decision, KOYOMI_DECISION_DUE_DAY, language);
  g_autofree char *done = koyomi_record_format (decision, KOYOMI_DECISION_DONE_DAY, language);
  g_autofree char *status = koyomi_record_format (decision, KOYOMI_DECISION_STATUS, language);
  GString *text = g_string_new (is_action (decision) ? status : "");

  if (*done != '\0')
    g_string_append_printf (text, " %s", done);
  if (*owner != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", owner);
  if (*due != '\0')
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      /* Translators: %s is a day */
      g_string_append_printf (text, tr (self, N_("due %s")), due);
    }
  if (*koyomi_record_get_text (decision, KOYOMI_DECISION_NOTE) != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", koyomi_record_get_text (decision, KOYOMI_DECISION_NOTE));

  return g_string_free (text, FALSE);
}

static void
add_items (KoyomiDecisionsView *self,
           KoyomiPartRow       *row,
           KoyomiRecord        *decision)
{
  gboolean is_open = koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN;

  if (!koyomi_workspace_can_edit (self->workspace))
    return;

  koyomi_part_row_add_item (row, tr (self, N_("_Edit…")), "decisions.edit");
  if (!is_open)
    koyomi_part_row_add_item (row, koyomi_trc (koyomi_workspace_get_language (self->workspace), "task", "_Open Again"), "decisions.reopen");
  else
    koyomi_part_row_add_item (row, tr (self, N_("_Withdraw")), "decisions.withdraw");
  koyomi_part_row_add_item (row, tr (self, N_("_Remove")), "decisions.remove");
}

static GtkWidget *
make_row (KoyomiDecisionsView *self,
          KoyomiRecord        *decision)
{
  KoyomiDecisionStatus status = koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS);
  gboolean is_open = status == KOYOMI_DECISION_STATUS_OPEN;
  guint32 due = koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY);
  g_autofree char *kind = koyomi_record_format (decision, KOYOMI_DECISION_KIND, koyomi_workspace_get_language (self->workspace));
  g_autofree char *above = g_strdup_printf ("%s · %s", koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER), kind);
  g_autofree char *below = describe (self, decision);
  GtkWidget *widget = koyomi_part_row_new (koyomi_record_get_id (decision), koyomi_record_get_title (decision));
  KoyomiPartRow *row = KOYOMI_PART_ROW (widget);

  if (is_action (decision))
    koyomi_part_row_set_tick (row, status == KOYOMI_DECISION_STATUS_DONE, koyomi_workspace_can_edit (self->workspace));
  koyomi_part_row_set_above (row, above);
  koyomi_part_row_set_below (row, below, is_action (decision) && is_open && due != KOYOMI_DAY_NONE && due < koyomi_day_today () ? "error" : NULL);
  if (!is_open)
    koyomi_part_row_set_dim (row);
  add_items (self, row, decision);

  return widget;
}

static void
show_list (KoyomiDecisionsView *self,
           GtkWidget           *list,
           GPtrArray           *decisions)
{
  g_autofree char *count = g_strdup_printf ("%u", decisions->len);

  koyomi_part_list_clear (KOYOMI_PART_LIST (list));
  for (guint i = 0; i < decisions->len; i++)
    koyomi_part_list_take (KOYOMI_PART_LIST (list), make_row (self, g_ptr_array_index (decisions, i)));
  koyomi_part_list_show (KOYOMI_PART_LIST (list));
  koyomi_part_list_set_count (KOYOMI_PART_LIST (list), decisions->len > 0 ? count : "");
}

static gboolean
has_open_action (GPtrArray *decisions)
{
  for (guint i = 0; i < decisions->len; i++)
    if (is_action (g_ptr_array_index (decisions, i)) &&
        koyomi_record_get_int (g_ptr_array_index (decisions, i), KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN)
      return TRUE;

  return FALSE;
}

/* Where to open actions go, or why they cannot. */
static void
show_next (KoyomiDecisionsView *self,
           KoyomiRecord        *next)
{
  g_autofree char *day = next != NULL ? koyomi_day_format (koyomi_record_get_day (next, KOYOMI_MEETING_DAY)) : NULL;
  g_autofree char *label = NULL;

  if (next != NULL)
    /* Translators: %s is the day of the committee's next meeting */
    label = g_strdup_printf (tr (self, N_("Carry Open Actions _Forward to %s")), day);
  else
    label = g_strdup (tr (self, N_("No Next Meeting Is Planned")));
  gtk_button_set_label (GTK_BUTTON (self->carry_button), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "decisions.carry", next != NULL && koyomi_workspace_can_edit (self->workspace) &&
                                 (has_open_action (self->decisions) || has_open_action (self->left)));
}

/* Shows the decisions as the plan has them now. */
void
koyomi_decisions_view_show (KoyomiDecisionsView      *self,
                            const KoyomiMeetingSheet *sheet)
{
  g_return_if_fail (KOYOMI_IS_DECISIONS_VIEW (self));

  self->meeting = koyomi_record_get_id (sheet->meeting);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  self->decisions = g_ptr_array_ref (sheet->decisions);
  self->left = g_ptr_array_ref (sheet->left);
  show_list (self, self->own_list, self->decisions);
  show_list (self, self->left_list, self->left);
  show_next (self, sheet->next);
}

void
koyomi_decisions_view_focus (KoyomiDecisionsView *self,
                             gint64               decision)
{
  g_return_if_fail (KOYOMI_IS_DECISIONS_VIEW (self));

  koyomi_part_list_focus (KOYOMI_PART_LIST (self->own_list), decision);
}
