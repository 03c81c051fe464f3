#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What is asked when a finding takes a step. */
void koyomi_finding_steps_ask_due    (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace,
                                      KoyomiRecord    *finding);
void koyomi_finding_steps_ask_done   (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace,
                                      KoyomiRecord    *finding);
void koyomi_finding_steps_ask_effect (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace,
                                      KoyomiRecord    *finding);
void koyomi_finding_steps_ask_reopen (GtkWindow       *parent,
                                      KoyomiWorkspace *workspace,
                                      KoyomiRecord    *finding);

G_END_DECLS
