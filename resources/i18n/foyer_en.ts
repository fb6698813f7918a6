<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>foyer::SlipDocument</name>
    <message numerus="yes">
        <source>%n person (people) ahead of you</source>
        <translation>
            <numerusform>%n person ahead of you</numerusform>
            <numerusform>%n people ahead of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::Wording</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can buy up to %n seat(s) at a time. For more, please go to the desk.</source>
        <translation>
            <numerusform>You can buy %n seat at a time. For more, please go to the desk.</numerusform>
            <numerusform>You can buy up to %n seats at a time. For more, please go to the desk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please try again; you have %n try (tries) left.</source>
        <translation>
            <numerusform>Please try again; you have %n try left.</numerusform>
            <numerusform>Please try again; you have %n tries left.</numerusform>
        </translation>
    </message>
</context>
</TS>
