package io.abonent.identity.user;

/**
 * @param allowed false if an operator closed the cabinet
 * @param passwordGeneration of the password in force
 */
public record SignInState(boolean allowed, int passwordGeneration) {}
